package io.github.gateweir.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gateweir.alert.Attack;
import io.github.gateweir.alert.Level;
import io.github.gateweir.ecs.EcsField;
import io.github.gateweir.generate.Detection;
import io.github.gateweir.intel.LongDomains;
import io.github.gateweir.intel.RuleLists;
import io.github.gateweir.session.LongDomainAlert;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules that come with the program, as files; the engine has no part in it. */
class ShippedRulesTest {
  private static final Pattern PLACEHOLDER = Pattern.compile("%(\\w+)%");
  private static final Pattern FIELD =
      Pattern.compile("\\b(destination|source|event|network|threat|gateweir)\\.[a-z_.]+");
  private static final String UUID_4 =
      "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
  private static final Pattern REFERENCE =
      Pattern.compile(
          "https://(attack\\.mitre\\.org|portswigger\\.net|support\\.anydesk\\.com"
              + "|support\\.atera\\.com|developers\\.cloudflare\\.com|core\\.telegram\\.org)/.*");

  static List<ShippedRule> rules() {
    return ShippedRule.all();
  }

  static List<ShippedRule> correlations() {
    return rules().stream().filter(ShippedRule::isCorrelation).toList();
  }

  @Test
  void areAllInTheIndex() throws Exception {
    assertThat(Files.readAllLines(ShippedRule.FOLDER.resolve("index.txt")))
        .isEqualTo(rules().stream().map(rule -> rule.stem() + ".yml").toList());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void sayWhatTheyAre(ShippedRule rule) {
    assertThat(rule.text("id")).matches(UUID_4);
    assertThat(rule.text("status")).isIn("test", "experimental");
    assertThat(rule.text("level")).isIn(Arrays.stream(Level.values()).map(Level::label).toList());
    assertThat(rule.text("author")).isEqualTo("Gateweir");
    assertThat(rule.text("date")).matches("\\d{4}-\\d{2}-\\d{2}");
    assertThat(rule.text("description")).hasSizeGreaterThan(60).endsWith(".");
    assertThat(rule.texts("falsepositives")).isNotEmpty();
    assertThat(rule.texts("references")).isNotEmpty().allMatch(REFERENCE.asMatchPredicate());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void areForGatewayLogsOrCorrelations(ShippedRule rule) {
    if (rule.isCorrelation()) {
      assertThat(rule.keys()).doesNotContainKeys("logsource", "detection");
    } else {
      assertThat(rule.map("logsource"))
          .isEqualTo(Map.of("product", "cloudflare", "service", "gateway_network"));
      assertThat(rule.map("detection")).containsKey("condition");
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void haveTagsThatAlertsCanName(ShippedRule rule) {
    List<String> tags = rule.texts("tags");
    List<Attack.Entry> techniques = Attack.techniques(tags);

    assertThat(Attack.tactics(tags).size() + techniques.size()).isEqualTo(tags.size());
    assertThat(techniques).noneMatch(technique -> technique.name().equals(technique.id()));
    assertThat(rule.texts("references"))
        .containsAll(techniques.stream().map(Attack.Entry::reference).toList());
  }

  @Test
  void haveIdsOfTheirOwn() {
    assertThat(rules()).extracting(rule -> rule.text("id")).doesNotHaveDuplicates();
    assertThat(rules()).extracting(rule -> rule.text("title")).doesNotHaveDuplicates();
  }

  @Test
  void coverEveryDetectionByTheirTitles() {
    assertThat(Detection.values())
        .allSatisfy(
            detection ->
                assertThat(rules())
                    .anyMatch(
                        rule ->
                            rule.slug().startsWith(detection.ruleName())
                                && rule.text("status").equals("test")));
    assertThat(rules())
        .allSatisfy(
            rule ->
                assertThat(Detection.values())
                    .anyMatch(detection -> rule.slug().startsWith(detection.ruleName())));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void nameListsThatAreThere(ShippedRule rule) {
    RuleLists lists = RuleLists.shipped();

    assertThat(PLACEHOLDER.matcher(rule.map("detection").toString()).results())
        .extracting(found -> found.group(1))
        .allSatisfy(name -> assertThat(lists.values(name)).as(name).isNotEmpty());
  }

  @Test
  void nameEveryList() {
    TreeSet<String> named = new TreeSet<>();
    rules().stream()
        .flatMap(rule -> PLACEHOLDER.matcher(rule.map("detection").toString()).results())
        .map((MatchResult found) -> found.group(1).replace("_subdomains", "_domains"))
        .forEach(named::add);

    assertThat(RuleLists.shipped().lists()).allMatch(list -> named.contains(list.name()));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void nameFieldsThatEventsHave(ShippedRule rule) {
    Stream<String> asked =
        FIELD.matcher(rule.map("detection").toString()).results().map(MatchResult::group);
    Stream<String> grouped =
        Stream.of("correlation", "gateweir.suppress")
            .flatMap(key -> FIELD.matcher(rule.map(key).toString()).results())
            .map(MatchResult::group);

    assertThat(Stream.of(asked, grouped, rule.texts("fields").stream()).flatMap(f -> f))
        .isNotEmpty()
        .allMatch(field -> field.startsWith("threat.") || EcsField.byName(field) != null);
  }

  @ParameterizedTest
  @MethodSource("correlations")
  void correlateRulesThatAreThere(ShippedRule correlation) {
    assertThat(correlation.texts("correlation", "rules"))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(rules()).anyMatch(rule -> rule.text("name").equals(name)));
  }

  @ParameterizedTest
  @CsvSource({
    "potential_dns_tunnel, destination.registered_domain",
    "potential_dns_tunnel_over_62, destination.registered_domain",
    "cryptomining, destination.registered_domain",
    "dynamic_dns_contacted, destination.registered_domain",
    "exfiltration_domain, destination.registered_domain",
    "remote_access_tool_domain, destination.registered_domain",
    "intelligence_feed_high, threat.indicator.name",
    "intelligence_feed_medium, threat.indicator.name",
    "intelligence_feed_low, threat.indicator.name",
    "tor_usage, destination.ip",
    "tor_usage_generic_rule, destination.ip"
  })
  void groupAlertsByTheActorAndWhatItContacts(String stem, String contacted) throws Exception {
    assertThat(ShippedRule.named(stem).map("gateweir.suppress"))
        .isEqualTo(Map.of("by", List.of("gateweir.actor", contacted)));
  }

  @ParameterizedTest
  @CsvSource({"potential_dns_tunnel, 96", "potential_dns_tunnel_over_62, 63"})
  void askForNamesOfTheLengthThatTheyAreNamedAfter(String stem, int shortest) throws Exception {
    Map<String, Object> detection = ShippedRule.named(stem).map("detection");

    assertThat(detection)
        .containsEntry("long_name", Map.of("destination.domain|re|s", "^.{" + shortest + ",}$"))
        .containsEntry("ordinary", Map.of("destination.domain|expand", "%long_name_domains%"))
        .containsEntry(
            "below_ordinary",
            Map.of("destination.domain|endswith|expand", "%long_name_subdomains%"));
    assertThat(LongDomains.LONGEST_ORDINARY).isEqualTo(95);
  }

  @Test
  void haveTheDetectionOfSessionsByTheSameNameAndId() throws Exception {
    ShippedRule rule = ShippedRule.named("correlation_potential_dns_tunnel");

    assertThat(rule.text("id")).isEqualTo(LongDomainAlert.RULE.id());
    assertThat(rule.text("title")).isEqualTo(LongDomainAlert.RULE.name());
    assertThat(rule.text("level")).isEqualTo(LongDomainAlert.RULE.level().label());
    assertThat(rule.texts("tags")).isEqualTo(LongDomainAlert.RULE.tags());
    assertThat(rule.map("correlation")).containsEntry("generate", true);
  }

  @Test
  void askForRelaysOnThePortsThatTheListHas() throws Exception {
    Stream<String> rules = Stream.of("tor_usage", "tor_usage_generic_rule");

    assertThat(rules)
        .allSatisfy(
            stem ->
                assertThat((List<?>) ShippedRule.named(stem).map("detection").get("or_port"))
                    .isEqualTo(
                        Stream.of(80, 443, 9001, 9201)
                            .map(
                                port ->
                                    Map.of(
                                        "destination.ip|expand",
                                        "%tor_relays_" + port + "%",
                                        "destination.port",
                                        port))
                            .toList()));
  }
}
