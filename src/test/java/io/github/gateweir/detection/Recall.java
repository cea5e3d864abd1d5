package io.github.gateweir.detection;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.gateweir.generate.Detection;
import io.github.gateweir.generate.GeneratedLine;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which lines each rule should have found, and which it did find. */
@SuppressWarnings("NullAway") // what is missing fails the test
final class Recall {

  private static final int ENOUGH = 10_000;

  private final Map<Detection, Set<Integer>> expected = new EnumMap<>(Detection.class);
  private final Map<Detection, Set<Integer>> found = new EnumMap<>(Detection.class);
  private final StringBuilder firstMistakes = new StringBuilder();

  Recall(Set<Detection> detections) {
    for (Detection detection : detections) {
      expected.put(detection, new HashSet<>());
      found.put(detection, new HashSet<>());
    }
  }

  void add(int line, GeneratedLine generated, Set<Detection> foundHere) {
    for (Detection detection : expected.keySet()) {
      boolean planned = generated.expectation().rules().contains(detection);
      if (planned) {
        expected.get(detection).add(line);
      }
      if (foundHere.contains(detection)) {
        found.get(detection).add(line);
      }
      if (planned != foundHere.contains(detection) && firstMistakes.length() < ENOUGH) {
        firstMistakes.append(planned ? "missed " : "false ").append(detection.ruleName());
        firstMistakes.append(": ").append(new String(generated.bytes(), UTF_8)).append('\n');
      }
    }
  }

  /** The detections whose rules find other lines than planned. */
  Set<Detection> mistakes() {
    return expected.keySet().stream()
        .filter(detection -> !expected.get(detection).equals(found.get(detection)))
        .collect(Collectors.toSet());
  }

  /** The detections of which nothing was planned, so that nothing is known of them. */
  Set<Detection> neverExpected() {
    return expected.keySet().stream()
        .filter(detection -> expected.get(detection).isEmpty())
        .collect(Collectors.toSet());
  }

  /** One line for each detection, and the first mistakes. */
  String table() {
    StringBuilder table =
        new StringBuilder(
            "%-52s%9s%8s%7s%6s\n".formatted("detection", "expected", "matched", "missed", "false"));
    for (Detection detection : expected.keySet()) {
      Set<Integer> planned = expected.get(detection);
      Set<Integer> matched = found.get(detection);
      table.append(
          "%-52s%9d%8d%7d%6d\n"
              .formatted(
                  detection.ruleName(),
                  planned.size(),
                  matched.size(),
                  without(planned, matched),
                  without(matched, planned)));
    }
    return table.append(firstMistakes).toString();
  }

  private static int without(Set<Integer> some, Set<Integer> others) {
    Set<Integer> rest = new TreeSet<>(some);
    rest.removeAll(others);
    return rest.size();
  }
}
