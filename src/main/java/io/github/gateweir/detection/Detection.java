package io.github.gateweir.detection;

import io.github.gateweir.alert.AlertGroup;
import io.github.gateweir.alert.AlertRule;
import io.github.gateweir.alert.Level;
import io.github.gateweir.ecs.EcsEvent;
import io.github.gateweir.ecs.EcsField;
import io.github.gateweir.sigma.rule.Rule;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule on our events, with what its alerts say.
 *
 * @param rule the rule as it was read
 * @param says what alerts say of it
 * @param suppression which of its alerts are held together
 */
public record Detection(Rule rule, AlertRule says, Suppression suppression) {

  static Detection of(Rule rule, long defaultWindow) {
    AlertRule says =
        new AlertRule(
            rule.id() == null ? rule.mark().file() + ' ' + rule.title() : rule.id(),
            rule.title(),
            version(rule),
            rule.description(),
            level(rule),
            rule.author(),
            rule.references(),
            rule.tags(),
            rule.falsePositives(),
            "gateweir");
    return new Detection(rule, says, Suppression.of(rule, defaultWindow));
  }

  /** Sigma has no version; the day of the last change comes nearest. */
  private static String version(Rule rule) {
    String modified = rule.modified() == null ? rule.date() : rule.modified();
    return modified == null ? "1" : modified;
  }

  /** Sigma takes a rule that does not say for a medium one. */
  private static Level level(Rule rule) {
    for (Level level : Level.values()) {
      if (level.label().equals(rule.level())) {
        return level;
      }
    }
    return Level.MEDIUM;
  }

  /** The fields by which its alerts are alike, with an event's values. */
  Map<String, @Nullable String> groupValues(EcsEvent event) {
    Map<String, @Nullable String> values = new LinkedHashMap<>();
    for (String name : suppression.by()) {
      EcsField field = EcsField.byName(name);
      values.put(name, field == null ? null : field.first(event));
    }
    return values;
  }

  /**
   * Which of its alerts an event's is like; null when none is held together. One of an event whose
   * time cannot be right goes out by itself, because it would hold a window open for years.
   */
  @Nullable AlertGroup group(EcsEvent event, Map<String, @Nullable String> values) {
    if (suppression.window() == 0 || event.timestampSuspect()) {
      return null;
    }
    String key = AlertGroup.key(says, values.values());
    return new AlertGroup(key, suppression.window(), event.epochNanos(), event.id());
  }
}
