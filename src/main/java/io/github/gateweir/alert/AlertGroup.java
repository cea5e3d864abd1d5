package io.github.gateweir.alert;

import org.jspecify.annotations.Nullable;

/**
 * Which alerts are alike: those of one rule with the same values of the fields that the rule groups
 * by, in one window of event time. Of these the first goes out, and a summary of the others.
 *
 * @param key what they have in common but the window; alerts that are alike have the same
 * @param window the length of the windows, milliseconds
 * @param epochNanos the time of the event that raised the alert
 * @param eventId that event's id
 */
public record AlertGroup(String key, long window, long epochNanos, String eventId) {

  private static final long NANOS_PER_MILLI = 1_000_000;

  /** The event's time, milliseconds since the epoch, rounded down. */
  public long epochMillis() {
    return Math.floorDiv(epochNanos, NANOS_PER_MILLI);
  }

  /** When the window begins that the event is in, milliseconds since the epoch. */
  public long windowStart() {
    return Math.floorDiv(epochMillis(), window) * window;
  }

  /** The last millisecond of that window. */
  public long windowEnd() {
    return windowStart() + window - 1;
  }

  /** The id of the first alert of that window. */
  public String alertId() {
    return AlertId.of(key, Long.toString(windowStart()));
  }

  /** The id of the summary of that window. */
  public String summaryId() {
    return AlertId.of(key, Long.toString(windowStart()), "summary");
  }

  /**
   * The key of alerts of a rule.
   *
   * @param values the values of the fields that the rule groups by, null where the event has none
   */
  public static String key(AlertRule rule, Iterable<@Nullable String> values) {
    StringBuilder all = new StringBuilder(rule.id()).append('\n').append(rule.version());
    for (String value : values) {
      all.append('\n').append(value == null ? "-" : "=" + value);
    }
    return AlertId.of(all.toString());
  }
}
