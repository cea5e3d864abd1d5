package io.github.gateweir.generate;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The detections that a user asks for: {@code all}, {@code none}, or names of rules. */
record AttackChoice(Set<Detection> detections) {

  /**
   * Reads the choice.
   *
   * @throws IllegalArgumentException that names what is unknown and what there is
   */
  static AttackChoice parse(String text) {
    return switch (text) {
      case "all" -> of(EnumSet.allOf(Detection.class));
      case "none" -> of(EnumSet.noneOf(Detection.class));
      default -> of(named(text));
    };
  }

  private static AttackChoice of(EnumSet<Detection> detections) {
    return new AttackChoice(Collections.unmodifiableSet(detections));
  }

  private static EnumSet<Detection> named(String names) {
    return Arrays.stream(names.split(",", -1))
        .map(AttackChoice::detection)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Detection.class)));
  }

  private static Detection detection(String name) {
    return Detection.named(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no rule '" + name + "'; choose all, none, or some of " + names()));
  }

  private static String names() {
    return Arrays.stream(Detection.values())
        .map(Detection::ruleName)
        .collect(Collectors.joining(", "));
  }
}
