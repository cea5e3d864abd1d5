package io.github.gateweir.sigma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.gateweir.ecs.EcsEvent;
import io.github.gateweir.ecs.EcsField;
import io.github.gateweir.ecs.EcsMapper;
import io.github.gateweir.gateway.Place;
import io.github.gateweir.gateway.RawRecord;
import io.github.gateweir.intel.LongDomains;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The samples beside the rules: that they are there and are records; the engine has no part. */
class ShippedSamplesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final EcsField DOMAIN =
      Objects.requireNonNull(EcsField.byName("destination.domain"));
  private static final String FEEDS = "intelligence_feed";

  private final EcsMapper mapper =
      new EcsMapper(
          Clock.fixed(Instant.parse("2026-11-24T00:00:00Z"), ZoneOffset.UTC),
          Duration.ofMinutes(10));

  static List<ShippedRule> detections() {
    return ShippedRule.all().stream().filter(rule -> !rule.isCorrelation()).toList();
  }

  static List<ShippedRule> correlations() {
    return ShippedRule.all().stream().filter(ShippedRule::isCorrelation).toList();
  }

  @ParameterizedTest
  @MethodSource("detections")
  void areThreeThatMatchAndFiveThatAlmostDo(ShippedRule rule) throws Exception {
    assertThat(rule.samples("match.ndjson")).hasSizeGreaterThanOrEqualTo(3);
    assertThat(rule.samples("nomatch.ndjson")).hasSizeGreaterThanOrEqualTo(5);
  }

  @ParameterizedTest
  @MethodSource("correlations")
  void areASequenceAndTheAlertsThatItRaises(ShippedRule rule) throws Exception {
    JsonNode alerts = JSON.readTree(String.join("\n", rule.samples("alerts.json")));
    assertThat(rule.samples("sequence.ndjson")).hasSizeGreaterThanOrEqualTo(5);
    assertThat(alerts.get("alerts").intValue()).isPositive();
    assertThat(alerts.get("groups")).hasSize(alerts.get("alerts").intValue());
    assertThat(alerts.get("groups"))
        .allSatisfy(
            group ->
                assertThat(group.fieldNames())
                    .toIterable()
                    .containsExactlyElementsOf(rule.texts("correlation", "group-by")));
  }

  @Test
  void belongToRules() throws Exception {
    List<String> expected =
        Stream.concat(
                detections().stream()
                    .flatMap(r -> Stream.of(r + ".match.ndjson", r + ".nomatch.ndjson")),
                correlations().stream()
                    .flatMap(r -> Stream.of(r + ".sequence.ndjson", r + ".alerts.json")))
            .toList();

    try (Stream<Path> files = Files.list(ShippedRule.SAMPLES)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("detections")
  void areRecordsThatBecomeEvents(ShippedRule rule) throws Exception {
    List<String> lines = new ArrayList<>(rule.samples("match.ndjson"));
    lines.addAll(rule.samples("nomatch.ndjson"));

    assertThat(lines).doesNotHaveDuplicates().allSatisfy(this::isRecordOrEvent);
    assertThat(lines)
        .filteredOn(line -> line.contains("\"@timestamp\""))
        .allMatch(line -> rule.stem().startsWith(FEEDS));
  }

  @ParameterizedTest
  @MethodSource("correlations")
  void areSequencesOfRecordsInTheOrderOfTime(ShippedRule rule) throws Exception {
    List<Long> times = new ArrayList<>();
    for (String line : rule.samples("sequence.ndjson")) {
      times.add(event(line).epochMillis());
    }

    assertThat(times).isSorted();
  }

  @Test
  void haveTheLongDomainsThatSessionsHave() throws Exception {
    ShippedRule rule = ShippedRule.named("potential_dns_tunnel");
    LongDomains longDomains = LongDomains.shipped();

    assertThat(domains(rule.samples("match.ndjson"))).allMatch(longDomains::contains);
    assertThat(domains(rule.samples("nomatch.ndjson"))).noneMatch(longDomains::contains);
  }

  private List<String> domains(List<String> lines) {
    List<String> domains = new ArrayList<>();
    for (String line : lines) {
      domains.add(DOMAIN.values(event(line)).get(0));
    }
    return domains;
  }

  private void isRecordOrEvent(String line) throws IOException {
    if (line.contains("\"@timestamp\"")) {
      assertThat(JSON.readTree(line).at("/event/dataset").textValue()).isEqualTo("gateway_network");
    } else {
      assertThat(event(line).timestampSuspect()).isFalse();
    }
  }

  private EcsEvent event(String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    EcsEvent event = mapper.map(RawRecord.of(bytes, Place.inFile("samples", 1))).event();
    return event == null ? fail("no event: " + line) : event;
  }
}
