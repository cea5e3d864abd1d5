package io.github.gateweir.generate;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gateweir.generate.GeneratedLog.Sound;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the generator says of its records, against rules written here by hand. */
class DetectionTrafficTest {
  private static final int RECORDS = 30_000;
  private static final int RATE = RECORDS / 500;

  private static List<Sound> records = List.of();

  @BeforeAll
  static void generate() throws Exception {
    records = GeneratedLog.of(GeneratedLog.settings(RECORDS, 0)).sound();
  }

  @ParameterizedTest
  @EnumSource
  void raisesEveryDetection(Detection detection) {
    long raised = count(record -> raises(record, detection));
    switch (detection) {
      case CORRELATION_POTENTIAL_DNS_TUNNEL -> assertThat(raised).isEqualTo(RATE / 52);
      case POTENTIAL_DNS_TUNNEL -> assertThat(raised).isEqualTo(RATE + 52);
      case INTERNET_SCANNER, INTERNET_SCANNER_TARGET ->
          assertThat(raised).isEqualTo(RATE + RATE / 5);
      default -> assertThat(raised).isEqualTo(RATE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void makesHalfAPercentOfTheBenignRecordsNearMissesOfEveryDetection(Detection detection) {
    long benign = count(record -> record.expectation().rules().isEmpty());
    long near = count(record -> record.expectation().nearMissOf() == detection);
    assertThat(near / (double) benign).isBetween(0.005, 0.008);
  }

  @Test
  void namesEveryLongNameThatIsNotUnderAnAllowedDomain() {
    expectExactly(
        Detection.POTENTIAL_DNS_TUNNEL,
        r ->
            r.domain().length() > 95 && !under(r, "amazonaws.com", "akamaiedge.net", "akadns.net"));
  }

  @Test
  void comesAsCloseToTheLongNamesAsOneCharacter() {
    assertThat(count(r -> r.domain().length() == 95)).isGreaterThan(RECORDS / 200);
    assertThat(count(r -> r.domain().length() == 96)).isPositive();
  }

  @Test
  void namesEveryCollaboratorHost() {
    expectExactly(
        Detection.BURP_SUITE_TOOL_DETECTED, r -> under(r, "oastify.com", "burpcollaborator.net"));
  }

  @Test
  void namesEveryUuidSubdomain() {
    String uuid4 = "[0-9a-f]{12}4[0-9a-f]{3}[89ab][0-9a-f]{15}";
    expectExactly(
        Detection.EVILPROXY_PHISHING_DOMAIN,
        r -> r.domain().matches(uuid4 + "\\.[^.]+\\.(com|online|co\\.uk)"));
  }

  @Test
  void namesEveryHostUnderAnyDesksNetwork() {
    expectExactly(
        Detection.REMOTE_MONITORING_AND_MANAGEMENT_SOFTWARE_ANYDESK,
        r -> r.domain().endsWith(".net.anydesk.com"));
  }

  @Test
  void namesEveryRequestToTheTelegramBotApi() {
    expectExactly(Detection.TELEGRAM_BOT_API_REQUEST, r -> r.domain().equals("api.telegram.org"));
  }

  @Test
  void namesEveryMiningPool() {
    expectExactly(
        Detection.CRYPTOMINING,
        r ->
            under(
                r,
                "xmrpool.eu",
                "moneroocean.stream",
                "hashvault.pro",
                "herominers.com",
                "dwarfpool.com",
                "miningpoolhub.com",
                "minexmr.com"));
  }

  @Test
  void namesEveryRelayOnItsPortAsUsageAndElsewhereAsGeneric() {
    Set<String> relays =
        Set.of(
            "131.188.40.189",
            "193.23.244.244",
            "199.58.81.140",
            "204.13.164.118",
            "45.66.35.11",
            "216.218.219.41");
    Predicate<Sound> toRelay = r -> relays.contains(r.text("DestinationIP"));
    Predicate<Sound> fromRelay = r -> relays.contains(r.text("SourceIP"));
    expectExactly(Detection.TOR_USAGE, toRelay.and(r -> r.port() == 443));
    expectExactly(
        Detection.TOR_USAGE_GENERIC_RULE,
        fromRelay.or(toRelay.and(r -> r.port() != 443 && r.port() != 123)));
    assertThat(count(toRelay.and(r -> r.port() == 123))).isPositive();
    assertThat(count(fromRelay)).isEqualTo(RATE / 2);
  }

  @Test
  void namesTheFirstContactOfAScannerAndOfATarget() {
    expectFirstInAnHour(Detection.INTERNET_SCANNER, "SourceIP");
    expectFirstInAnHour(Detection.INTERNET_SCANNER_TARGET, "DestinationIP");
  }

  @Test
  void namesTheFiftiethLongNameOfATunnelWithinTenMinutes() {
    Map<String, List<Sound>> tunnels =
        records.stream()
            .filter(record -> raises(record, Detection.POTENTIAL_DNS_TUNNEL))
            .collect(groupingBy(r -> r.text("DeviceID") + registeredDomain(r.domain())));
    assertThat(tunnels.values()).anyMatch(tunnel -> tunnel.size() == 52);
    for (List<Sound> tunnel : tunnels.values()) {
      for (int i = 0; i < tunnel.size(); i++) {
        boolean completes = raises(tunnel.get(i), Detection.CORRELATION_POTENTIAL_DNS_TUNNEL);
        assertThat(completes).isEqualTo(i == 49);
      }
      if (tunnel.size() >= 50) {
        assertThat(Duration.between(tunnel.get(0).time(), tunnel.get(49).time()))
            .isLessThan(Duration.ofMinutes(10));
        assertThat(tunnel.stream().map(Sound::time)).isSorted().doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void namesTheRecordThatBringsASessionToTheThresholdOfLongNames() throws Exception {
    GeneratorSettings base = GeneratedLog.settings(10_000, 0);
    GeneratorSettings fewSessions =
        new GeneratorSettings(
            10_000,
            OptionalLong.of(60),
            3,
            Set.of(Detection.POTENTIAL_DNS_TUNNEL, Detection.CORRELATION_POTENTIAL_DNS_TUNNEL),
            base.timestamps(),
            base.start(),
            0);
    Map<String, List<String>> names = new HashMap<>();
    Set<String> alerted = new HashSet<>();
    for (Sound record : GeneratedLog.of(fewSessions).sound()) {
      if (raises(record, Detection.POTENTIAL_DNS_TUNNEL)) {
        List<String> seen =
            names.computeIfAbsent(record.text("SessionID"), id -> new ArrayList<>());
        seen.add(record.domain());
        boolean reached = seen.size() >= 50 || new HashSet<>(seen).size() >= 3;
        boolean first = reached && alerted.add(record.text("SessionID"));
        assertThat(record.expectation().sessionAlert()).isEqualTo(first);
      }
    }
    assertThat(alerted).isNotEmpty();
  }

  @Test
  void makesOnlyTheTrafficAskedFor() throws Exception {
    GeneratorSettings base = GeneratedLog.settings(2_000, 0);
    GeneratorSettings none =
        new GeneratorSettings(
            2_000, base.sessions(), 1, Set.of(), base.timestamps(), base.start(), 0);
    assertThat(GeneratedLog.of(none).sound())
        .allSatisfy(record -> assertThat(record.expectation().rules()).isEmpty())
        .anySatisfy(record -> assertThat(record.expectation().nearMissOf()).isNotNull());
    GeneratorSettings mining =
        new GeneratorSettings(
            2_000,
            base.sessions(),
            1,
            Set.of(Detection.CRYPTOMINING),
            base.timestamps(),
            base.start(),
            0);
    assertThat(
            GeneratedLog.of(mining).sound().stream()
                .flatMap(record -> record.expectation().rules().stream()))
        .containsExactly(
            Detection.CRYPTOMINING,
            Detection.CRYPTOMINING,
            Detection.CRYPTOMINING,
            Detection.CRYPTOMINING);
  }

  private static void expectExactly(Detection detection, Predicate<Sound> rule) {
    assertThat(records.stream().filter(rule)).isNotEmpty();
    assertThat(records.stream().filter(r -> raises(r, detection) != rule.test(r))).isEmpty();
  }

  private static boolean raises(Sound record, Detection detection) {
    return record.expectation().rules().contains(detection);
  }

  private static void expectFirstInAnHour(Detection detection, String field) {
    Map<String, Instant> raised = new HashMap<>();
    records.stream()
        .filter(DetectionTrafficTest::isScan)
        .sorted(Comparator.comparing(Sound::time))
        .forEach(
            record -> {
              Instant last = raised.get(record.text(field));
              boolean first =
                  last == null || !record.time().isBefore(last.plus(Duration.ofHours(1)));
              if (first) {
                raised.put(record.text(field), record.time());
              }
              assertThat(raises(record, detection)).isEqualTo(first);
            });
    assertThat(raised).isNotEmpty();
  }

  private static boolean isScan(Sound record) {
    return record.text("Action").startsWith("allowed")
        && Arrays.asList(
                "162.142.125",
                "167.94.138",
                "167.94.145",
                "167.94.146",
                "167.248.133",
                "199.45.154",
                "199.45.155",
                "206.168.34")
            .contains(record.text("SourceIP").replaceFirst("\\.\\d+$", ""));
  }

  private static String registeredDomain(String domain) {
    int top = domain.lastIndexOf('.');
    return domain.substring(domain.lastIndexOf('.', top - 1) + 1);
  }

  private static boolean under(Sound record, String... domains) {
    return Arrays.stream(domains)
        .anyMatch(d -> record.domain().equals(d) || record.domain().endsWith("." + d));
  }

  private static long count(Predicate<Sound> rule) {
    return records.stream().filter(rule).count();
  }
}
