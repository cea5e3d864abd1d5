package io.github.gateweir.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.gateweir.ecs.EcsEvent;
import io.github.gateweir.ecs.EcsMapper;
import io.github.gateweir.gateway.Place;
import io.github.gateweir.gateway.RawRecord;
import io.github.gateweir.generate.Detection;
import io.github.gateweir.generate.GeneratedLine;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The events of each detection: those that the generator planned, and those that alerts name. An
 * event whose alert was suppressed is named by the summary of its window.
 */
final class DetectionTable {

  /** The detections that this release evaluates: no correlations, no feeds. */
  static final Set<Detection> EVALUATED =
      EnumSet.complementOf(
          EnumSet.of(
              Detection.CORRELATION_POTENTIAL_DNS_TUNNEL,
              Detection.INTERNET_SCANNER,
              Detection.INTERNET_SCANNER_TARGET,
              Detection.INTELLIGENCE_FEED));

  private static final String BURP = "burp-suite-tool-detected";

  private final EcsMapper mapper = new EcsMapper(Clock.systemUTC(), Duration.ofMinutes(10));
  private final Map<String, Set<String>> planned = new TreeMap<>();
  private final Map<String, Set<String>> found = new TreeMap<>();

  void expect(GeneratedLine line) {
    EcsEvent event = mapper.map(RawRecord.of(line.bytes(), Place.NOWHERE)).event();
    for (Detection detection : line.expectation().rules()) {
      if (EVALUATED.contains(detection)) {
        ids(planned, detection.ruleName()).add(event.id());
      }
    }
  }

  void find(JsonNode alert) {
    if (!alert.at("/gateweir/alert/kind").asText().equals("session")) {
      Set<String> ids = ids(found, ruleName(alert.at("/rule/name").asText()));
      alert.at("/gateweir/alert/events").forEach(id -> ids.add(id.asText()));
    }
  }

  private static Set<String> ids(Map<String, Set<String>> by, String rule) {
    return by.computeIfAbsent(rule, none -> new HashSet<>());
  }

  /** The generator's name of a detection; two rules are one detection of Burp Suite. */
  private static String ruleName(String title) {
    String name = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return name.startsWith(BURP) ? BURP : name;
  }

  Set<String> detections() {
    Set<String> all = new TreeSet<>(planned.keySet());
    all.addAll(found.keySet());
    return all;
  }

  /** The detections whose alerts name other events than were planned. */
  Set<String> mistakes() {
    Set<String> mistakes = new TreeSet<>(detections());
    mistakes.removeIf(rule -> ids(planned, rule).equals(ids(found, rule)));
    return mistakes;
  }

  @Override
  public String toString() {
    StringBuilder table =
        new StringBuilder(
            "%-52s %8s %8s %8s%n".formatted("detection", "planned", "missed", "false"));
    for (String rule : detections()) {
      Set<String> missed = new HashSet<>(ids(planned, rule));
      missed.removeAll(ids(found, rule));
      Set<String> wrong = new HashSet<>(ids(found, rule));
      wrong.removeAll(ids(planned, rule));
      table.append(
          "%-52s %8d %8d %8d%n"
              .formatted(rule, ids(planned, rule).size(), missed.size(), wrong.size()));
    }
    return table.toString();
  }
}
