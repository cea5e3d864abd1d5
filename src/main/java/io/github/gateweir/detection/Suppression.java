package io.github.gateweir.detection;

import io.github.gateweir.ecs.EcsField;
import io.github.gateweir.sigma.rule.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which alerts of a rule are held together: {@code gateweir.suppress} of the rule, such as {@code
 * {by: [source.ip], window: 1h}}.
 *
 * @param by the fields whose values they share
 * @param window the length of the windows of event time, milliseconds; 0 for none
 */
record Suppression(List<String> by, long window) {

  private static final Set<String> KEYS = Set.of("by", "window");

  private static final List<String> DEFAULT = List.of("gateweir.actor", "destination.domain");

  private static final Pattern TIMESPAN = Pattern.compile("(\\d{1,9})([smhd])");

  /**
   * What a rule says, or the default.
   *
   * @param defaultWindow milliseconds; with 0 nothing is suppressed, whatever a rule says
   * @throws IllegalArgumentException with a sentence for what is not a suppression
   */
  static Suppression of(Rule rule, long defaultWindow) {
    Object says = rule.custom().get("gateweir.suppress");
    if (says == null) {
      return new Suppression(DEFAULT, defaultWindow);
    }
    if (!(says instanceof Map<?, ?> suppress)) {
      throw new IllegalArgumentException(
          "gateweir.suppress is \"%s\": write a map with by, window or both, such as {by: [source.ip], window: 1h}."
              .formatted(says));
    }
    for (Object key : suppress.keySet()) {
      if (!KEYS.contains(String.valueOf(key))) {
        throw new IllegalArgumentException(
            "gateweir.suppress has the key \"%s\": write by and window.".formatted(key));
      }
    }
    Object by = suppress.get("by");
    Object window = suppress.get("window");
    long millis = window == null ? defaultWindow : millis(window.toString());
    return new Suppression(by == null ? DEFAULT : fields(by), defaultWindow == 0 ? 0 : millis);
  }

  private static List<String> fields(Object by) {
    List<?> names = by instanceof List<?> list ? list : List.of(by);
    List<String> fields = new ArrayList<>();
    for (Object name : names) {
      String field = String.valueOf(name);
      if (!isSingle(field)) {
        throw new IllegalArgumentException(
            "gateweir.suppress.by names \"%s\", which is no field with one value: see docs/mapping.md."
                .formatted(field));
      }
      fields.add(field);
    }
    return fields;
  }

  private static boolean isSingle(String name) {
    EcsField field = EcsField.byName(name);
    return EcsModel.isIndicator(name) || (field != null && field.slot() >= 0);
  }

  private static long millis(String text) {
    if (text.equals("0")) {
      return 0;
    }
    Matcher matcher = TIMESPAN.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "gateweir.suppress.window is \"%s\": write a number with s, m, h or d, such as 5m."
              .formatted(text));
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "s" -> Duration.ofSeconds(number).toMillis();
      case "m" -> Duration.ofMinutes(number).toMillis();
      case "h" -> Duration.ofHours(number).toMillis();
      default -> Duration.ofDays(number).toMillis();
    };
  }
}
