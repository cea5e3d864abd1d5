package io.github.gateweir.generate;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts what must become of the lines. */
final class Tally {
  private final Map<String, Long> deadLetters = new TreeMap<>();
  private final Map<String, Long> ignored = new TreeMap<>();
  private final Map<String, Long> rules = new TreeMap<>();
  private final Map<String, Long> nearMisses = new TreeMap<>();
  private long records;
  private long events;
  private long skippedFields;
  private long sessionAlerts;

  void add(Expectation expectation) {
    records++;
    expectation.rules().forEach(rule -> count(rules, rule.ruleName()));
    Detection nearMissOf = expectation.nearMissOf();
    if (nearMissOf != null) {
      count(nearMisses, nearMissOf.ruleName());
    }
    sessionAlerts += expectation.sessionAlert() ? 1 : 0;
    events += expectation.isEvent() ? 1 : 0;
    Fault fault = expectation.fault();
    if (fault != null) {
      add(fault);
    }
  }

  private void add(Fault fault) {
    switch (fault.outcome()) {
      case EVENT -> skippedFields++;
      case DEAD_LETTER -> count(deadLetters, fault.reason());
      case IGNORED -> count(ignored, fault.reason());
    }
  }

  /** Those of the detections that nothing raised. */
  Set<Detection> missing(Set<Detection> wanted) {
    return wanted.stream()
        .filter(detection -> !rules.containsKey(detection.ruleName()))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Detection.class)));
  }

  /** The counts as one line of JSON. */
  String toJson() {
    return "{\"records\":%d,\"events\":%d,\"skipped_fields\":%d,\"dead_letters\":%s,\"ignored\":%s,\"rules\":%s,\"session_alerts\":%d,\"near_misses\":%s}"
        .formatted(
            records,
            events,
            skippedFields,
            json(deadLetters),
            json(ignored),
            json(rules),
            sessionAlerts,
            json(nearMisses));
  }

  /** The counts for people. */
  String toSentence() {
    return "%,d records: %,d events, %,d dead letters, %,d ignored, %,d rule matches."
        .formatted(records, events, sum(deadLetters), sum(ignored), sum(rules));
  }

  private static void count(Map<String, Long> counts, String key) {
    counts.merge(key, 1L, Long::sum);
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static String json(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(count -> "\"" + count.getKey() + "\":" + count.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }
}
