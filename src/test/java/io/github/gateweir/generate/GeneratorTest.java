package io.github.gateweir.generate;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gateweir.generate.GeneratedLog.Sound;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shape of the traffic as a whole. */
class GeneratorTest {
  private static final int RECORDS = 20_000;

  private static List<Sound> records = List.of();

  @BeforeAll
  static void generate() throws Exception {
    records = GeneratedLog.of(GeneratedLog.settings(RECORDS, 0)).sound();
  }

  @Test
  void givesTheSameBytesForTheSameSeed() {
    GeneratedLog log = GeneratedLog.of(GeneratedLog.settings(3_000, 5));
    GeneratedLog again = GeneratedLog.of(GeneratedLog.settings(3_000, 5));
    for (int i = 0; i < log.lines().size(); i++) {
      assertThat(again.lines().get(i).bytes()).isEqualTo(log.lines().get(i).bytes());
      assertThat(again.lines().get(i).expectation()).isEqualTo(log.lines().get(i).expectation());
    }
  }

  /** The same on every JDK and platform; a change of the traffic on purpose changes it. */
  @Test
  void keepsTheRecordsOfEarlierVersions() {
    GeneratorSettings settings =
        new GeneratorSettings(
            1_000,
            OptionalLong.empty(),
            1,
            Set.of(Detection.values()),
            Timestamps.RFC3339,
            GeneratorSettings.DEFAULT_START,
            0);
    int hash = 1;
    for (GeneratedLine line : GeneratedLog.of(settings).lines()) {
      hash = 31 * hash + Arrays.hashCode(line.bytes());
    }
    assertThat(hash).isEqualTo(-2076266437);
  }

  @Test
  void givesOtherBytesForAnotherSeed() {
    GeneratorSettings one = GeneratedLog.settings(200, 0);
    GeneratorSettings other =
        new GeneratorSettings(
            200, one.sessions(), 8, one.attacks(), one.timestamps(), one.start(), 0);
    Set<String> lines = texts(GeneratedLog.of(one));
    assertThat(texts(GeneratedLog.of(other))).doesNotContainAnyElementsOf(lines);
  }

  @Test
  void writesNoLineTwice() {
    GeneratedLog log = GeneratedLog.of(GeneratedLog.settings(20_000, 10));
    long alike = log.withFault(Fault.BLANK).size() + (long) log.withFault(Fault.UPLOAD_TEST).size();
    assertThat(texts(log)).hasSize((int) (20_000 - alike + 2));
  }

  @Test
  void writesEveryFieldOfTheDatasetInAlphabeticalOrder() {
    assertThat(records.stream().map(record -> List.copyOf(record.fields().keySet())).distinct())
        .containsExactly(
            List.of(
                "AccountID",
                "Action",
                "ApplicationIDs",
                "ApplicationNames",
                "CategoryIDs",
                "CategoryNames",
                "Datetime",
                "DestinationIP",
                "DestinationIPContinentCode",
                "DestinationIPCountryCode",
                "DestinationPort",
                "DetectedProtocol",
                "DeviceID",
                "DeviceName",
                "Email",
                "OverrideIP",
                "OverridePort",
                "PolicyID",
                "PolicyName",
                "ProxyEndpoint",
                "RegistrationID",
                "SNI",
                "SessionID",
                "SourceIP",
                "SourceIPContinentCode",
                "SourceIPCountryCode",
                "SourceInternalIP",
                "SourcePort",
                "TenantID",
                "Transport",
                "TransportProtocol",
                "UserID",
                "VirtualNetworkID",
                "VirtualNetworkName"));
  }

  @Test
  void visitsDomainsByZipfsLaw() {
    Map<String, Long> visits =
        records.stream()
            .filter(record -> record.expectation().equals(Expectation.NOTHING))
            .filter(record -> !record.domain().isEmpty())
            .collect(groupingBy(Sound::domain, counting()));
    List<Long> ranked = visits.values().stream().sorted((a, b) -> Long.compare(b, a)).toList();
    double total = ranked.stream().mapToLong(Long::longValue).sum();
    assertThat(ranked.get(0) / total).isCloseTo(0.095, within(0.01));
    assertThat(ranked.get(0) / (double) ranked.get(1)).isCloseTo(2, within(0.3));
    assertThat(ranked.get(0) / (double) ranked.get(9)).isCloseTo(10, within(2.5));
  }

  @Test
  void givesADomainOneAddressOfEachFamily() {
    Map<String, Set<String>> addresses = new HashMap<>();
    for (Sound record : records) {
      if (record.expectation().equals(Expectation.NOTHING) && !record.domain().isEmpty()) {
        String ip = record.text("DestinationIP");
        addresses.computeIfAbsent(record.domain() + ip.contains(":"), d -> new HashSet<>()).add(ip);
      }
    }
    assertThat(addresses.values()).allSatisfy(ips -> assertThat(ips).hasSize(1));
    assertThat(addresses.values().stream().distinct()).hasSizeLessThan(addresses.size() * 9 / 10);
  }

  @Test
  void keepsADeviceWithItsUserAndItsAddresses() {
    Map<String, Set<List<String>>> owners = new HashMap<>();
    for (Sound record : records) {
      if (!record.text("DeviceID").isEmpty()) {
        boolean ipv6 = record.text("SourceIP").contains(":");
        owners
            .computeIfAbsent(record.text("DeviceID") + ipv6, d -> new HashSet<>())
            .add(
                List.of(
                    record.text("DeviceName"),
                    record.text("Email"),
                    record.text("UserID"),
                    record.text("SourceInternalIP"),
                    record.text("SourceIP")));
      }
    }
    assertThat(owners).hasSizeGreaterThan(1_500);
    assertThat(owners.values()).allSatisfy(owner -> assertThat(owner).hasSize(1));
  }

  @Test
  void givesASessionOneDeviceAndRecordsThatFollowEachOther() {
    Map<String, Sound> last = new HashMap<>();
    for (Sound record : records) {
      Sound before = last.put(record.text("SessionID"), record);
      if (before != null) {
        assertThat(record.text("DeviceID")).isEqualTo(before.text("DeviceID"));
        assertThat(record.time()).isBetween(before.time(), before.time().plusSeconds(1799));
      }
    }
  }

  @Test
  void makesSessionsOfOneToManyRecords() {
    Map<String, Long> sizes =
        records.stream().collect(groupingBy(r -> r.text("SessionID"), counting()));
    assertThat(sizes).hasSize(RECORDS / 4);
    assertThat(sizes.values()).contains(1L, 2L, 5L, 10L, 20L);
  }

  @Test
  void makesAsManySessionsAsAskedFor() throws Exception {
    for (long sessions : new long[] {1, 7, 300, 1_999, 2_000}) {
      GeneratorSettings one = GeneratedLog.settings(2_000, 0);
      GeneratorSettings settings =
          new GeneratorSettings(
              2_000,
              OptionalLong.of(sessions),
              one.seed(),
              one.attacks(),
              one.timestamps(),
              one.start(),
              0);
      assertThat(GeneratedLog.of(settings).sound().stream().map(r -> r.text("SessionID")))
          .hasSize(2_000)
          .satisfies(ids -> assertThat(Set.copyOf(ids)).hasSize((int) sessions));
    }
  }

  @Test
  void isOutOfOrderByLessThanFiveMinutes() {
    Instant latest = Instant.MIN;
    Duration worst = Duration.ZERO;
    for (Sound record : records) {
      if (record.time().isBefore(latest)) {
        Duration behind = Duration.between(record.time(), latest);
        worst = behind.compareTo(worst) > 0 ? behind : worst;
      } else {
        latest = record.time();
      }
    }
    assertThat(worst).isBetween(Duration.ofMinutes(1), Duration.ofSeconds(299));
    assertThat(records.get(0).time()).isBetween("2026-01-01T00:00:00Z", "2026-01-01T00:01:00Z");
    assertThat(latest).isBetween("2026-01-01T00:50:00Z", "2026-01-01T01:30:00Z");
  }

  @Test
  void mixesActionsTransportsAndAddressFamilies() {
    assertThat(records.stream().map(r -> r.text("Action")))
        .contains("allowedOnNoRuleMatch", "allowedRuleMatch", "blockedRuleMatch", "l4_override");
    assertThat(records.stream().map(r -> r.text("TransportProtocol")))
        .contains("tcp", "udp", "quic");
    assertThat(records.stream().filter(r -> r.text("DestinationIP").contains(":")).count())
        .isBetween(RECORDS / 50L, RECORDS / 4L);
  }

  @Test
  void endsAfterTheLastRecord() {
    Generator generator = new Generator(GeneratedLog.settings(1, 0));
    generator.next();
    assertThat(generator.hasNext()).isFalse();
    assertThatThrownBy(generator::next).isInstanceOf(NoSuchElementException.class);
  }

  private static Set<String> texts(GeneratedLog log) {
    Set<String> texts = new HashSet<>();
    for (GeneratedLine line : log.lines()) {
      texts.add(new String(line.bytes(), StandardCharsets.ISO_8859_1));
    }
    return texts;
  }
}
