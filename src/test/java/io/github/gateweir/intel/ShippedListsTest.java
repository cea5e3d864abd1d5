package io.github.gateweir.intel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The lists that come with the program. */
class ShippedListsTest {
  private static final Path FOLDER = Path.of("src/main/resources/intel");
  private static final Path ATTACKS =
      Path.of("src/main/resources/io/github/gateweir/generate/attacks.tsv");

  private static final RuleLists LISTS = RuleLists.shipped();

  static List<RuleList> lists() {
    return LISTS.lists();
  }

  @Test
  void areAllInTheIndex() throws Exception {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(Files.readAllLines(FOLDER.resolve("index.txt")))
          .isEqualTo(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> !name.equals("index.txt"))
                  .sorted()
                  .toList());
    }
  }

  @ParameterizedTest
  @MethodSource("lists")
  void sayWhenAndFromWhatTheyWereWrittenAndWhatIsLeftOut(RuleList list) throws Exception {
    List<String> head = new ArrayList<>();
    for (String line : Files.readAllLines(FOLDER.resolve(list.name() + ".txt"))) {
      if (!line.startsWith("#")) {
        break;
      }
      head.add(line.substring(1).strip());
    }

    assertThat(String.join(" ", head))
        .containsPattern("date: \\d{4}-\\d{2}-\\d{2}")
        .contains("sources: ", "Left out: ");
  }

  @ParameterizedTest
  @CsvSource({
    "cryptomining_domains, 100",
    "remote_access_tool_domains, 80",
    "dynamic_dns_domains, 60",
    "exfiltration_domains, 40",
    "tor_gateway_domains, 20",
    "internet_scanner_networks, 50",
    "tor_relays, 10"
  })
  void haveAtLeastSoManyValues(String name, int values) {
    assertThat(LISTS.values(name)).hasSizeGreaterThanOrEqualTo(values);
  }

  @Test
  void nameTheOperatorsOfScanners() throws Exception {
    assertThat(Files.readString(FOLDER.resolve("internet_scanner_networks.txt")))
        .contains("# Censys", "# The Shadowserver Foundation", "# Palo Alto Networks")
        .contains("# ONYPHE", "# University of Michigan", "# Rapid7");
  }

  @Test
  void haveAPortForEachRelay() throws Exception {
    assertThat(Files.readAllLines(FOLDER.resolve("tor_relays.txt")))
        .filteredOn(line -> !line.isBlank() && !line.startsWith("#"))
        .allSatisfy(line -> assertThat(ListValue.parse(line).port()).isPositive());
  }

  @ParameterizedTest
  @MethodSource("lists")
  void haveNoDomainBelowAnotherOfTheList(RuleList list) {
    Set<String> values = new TreeSet<>(list.values());

    assertThat(list.values()).noneMatch(value -> isBelowOneOf(values, value));
  }

  @Test
  void shareNoDomain() {
    for (RuleList one : lists()) {
      Set<String> values = new TreeSet<>(one.values());
      for (RuleList other : lists()) {
        assertThat(other.values())
            .as("%s and %s", one.name(), other.name())
            .noneMatch(value -> one != other && isInOrBelowOneOf(values, value));
      }
    }
  }

  @Test
  void haveAnyDeskAndAteraInNoListSinceTheyHaveRulesOfTheirOwn() {
    Set<String> tools = new TreeSet<>(values("remote_access_tool_domains"));

    assertThat(
            List.of(
                "anydesk.com",
                "boot.net.anydesk.com",
                "www.atera.com",
                "app.atera.com",
                "atera.pubnubapi.com",
                "atera-agent-heartbeat.servicebus.windows.net"))
        .noneMatch(domain -> isInOrBelowOneOf(tools, domain));
  }

  @ParameterizedTest
  @CsvSource({
    "cryptomining, cryptomining_domains",
    "dynamic-dns-contacted, dynamic_dns_domains",
    "exfiltration-domain, exfiltration_domains",
    "remote-access-tool-domain, remote_access_tool_domains",
    "eicar-detection, eicar_domains"
  })
  void holdTheDomainsOfGeneratedAttacks(String detection, String name) throws Exception {
    Set<String> values = new TreeSet<>(values(name));

    assertThat(attacks(detection, 1))
        .isNotEmpty()
        .allMatch(domain -> isInOrBelowOneOf(values, domain.replaceAll("\\{[^}]*}", "x")));
  }

  @Test
  void holdTheRelaysOfGeneratedAttacks() throws Exception {
    assertThat(attacks("tor-usage", 2))
        .isNotEmpty()
        .allMatch(address -> values("tor_relays_443").contains(address.replaceAll("@.*", "")));
  }

  @Test
  void haveNoDomainThatIsAPublicSuffixOfTheInternet() {
    assertThat(lists())
        .allSatisfy(
            list ->
                assertThat(list.values())
                    .doesNotContain("com", "net", "org", "io", "co.uk", "de", "example"));
  }

  private static List<String> values(String name) {
    List<String> values = LISTS.values(name);
    return values == null ? fail("no list " + name) : values;
  }

  private static List<String> attacks(String detection, int column) throws IOException {
    return Files.readAllLines(ATTACKS).stream()
        .map(line -> line.split("\t", -1))
        .filter(columns -> columns[0].equals(detection))
        .map(columns -> columns[column])
        .toList();
  }

  private static boolean isInOrBelowOneOf(Set<String> domains, String domain) {
    return domains.contains(domain) || isBelowOneOf(domains, domain);
  }

  private static boolean isBelowOneOf(Set<String> domains, String domain) {
    return domains.stream().anyMatch(above -> domain.endsWith("." + above));
  }
}
