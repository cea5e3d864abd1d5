package io.github.gateweir.ecs;

import io.github.gateweir.gateway.GatewayField;
import io.github.gateweir.gateway.JsonText;
import io.github.gateweir.gateway.Place;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * An event: one array of UTF-8 text with a table that says where each value lies. The text begins
 * with the line as {@code message} holds it, escaped; between two quotes that is the line itself,
 * so most values are pieces of it and are not copied to make an event, to read a field or to write
 * it. Behind it is what was derived. {@link EcsField} reads it by ECS names.
 *
 * <p>Nobody changes the arrays.
 *
 * @param text the escaped line, the derived values, and some bytes of padding
 * @param messageLength how many bytes of the text are the escaped line
 * @param lineLength how many bytes the line had
 * @param slices start and end of every value: first those of {@link GatewayField}, then those of
 *     {@link Derived}, in the order of the enums; start = end when there is none
 * @param escaped a bit per value, in the same order: it holds a character that JSON escapes
 * @param epochMillis the event's time, milliseconds since the epoch, rounded down
 * @param timestampSuspect whether that time cannot be right: too far ahead of the wall clock, or
 *     before the year 2000
 * @param place where the record was read
 */
public record EcsEvent(
    byte[] text,
    int messageLength,
    int lineLength,
    int[] slices,
    long escaped,
    long epochMillis,
    boolean timestampSuspect,
    Place place) {

  /** Where the fourth digit of the fraction of a second is in a timestamp in UTC. */
  private static final int FIRST_DIGIT_BELOW_MILLIS = "2026-01-01T00:00:00.000".length();

  private static final int DIGITS_BELOW_MILLIS = 6;
  private static final long NANOS_PER_MILLI = 1_000_000;

  static final int GATEWAY_FIELDS = GatewayField.values().length;
  static final int SLOTS = GATEWAY_FIELDS + Derived.values().length;

  static int slot(GatewayField field) {
    return field.ordinal();
  }

  static int slot(Derived derived) {
    return GATEWAY_FIELDS + derived.ordinal();
  }

  int start(int slot) {
    return slices[2 * slot];
  }

  int end(int slot) {
    return slices[2 * slot + 1];
  }

  boolean has(int slot) {
    return end(slot) > start(slot);
  }

  boolean isEscaped(int slot) {
    return (escaped & (1L << slot)) != 0;
  }

  /** The text of a value, null when there is none. */
  @Nullable String string(int slot) {
    return has(slot)
        ? new String(text, start(slot), end(slot) - start(slot), StandardCharsets.UTF_8)
        : null;
  }

  /** What makes the event unique: 128 bits of a hash of the line, in hexadecimal. */
  public String id() {
    String id = string(slot(Derived.EVENT_ID));
    if (id == null) {
      throw new IllegalStateException("The event was mapped without an id.");
    }
    return id;
  }

  /** Cloudflare's SessionID, by which records belong together; null when the record has none. */
  public @Nullable String sessionId() {
    return string(slot(GatewayField.SESSION_ID));
  }

  /** How many bytes the SessionID has in UTF-8, 0 when there is none. */
  public int sessionIdLength() {
    int slot = slot(GatewayField.SESSION_ID);
    return end(slot) - start(slot);
  }

  /**
   * The event's time in nanoseconds since the epoch, for one whose time is not suspect: a year
   * before 1678 or after 2261 does not fit.
   */
  public long epochNanos() {
    int digit = start(slot(Derived.TIMESTAMP)) + FIRST_DIGIT_BELOW_MILLIS;
    int end = end(slot(Derived.TIMESTAMP)) - 1;
    long nanos = 0;
    for (int i = 0; i < DIGITS_BELOW_MILLIS; i++, digit++) {
      nanos = nanos * 10 + (digit < end ? text[digit] - '0' : 0);
    }
    return epochMillis * NANOS_PER_MILLI + nanos;
  }

  /** Whether a field was left out because its value has the wrong type. */
  public boolean hasSkippedFields() {
    return has(slot(Derived.ERROR_MESSAGE));
  }

  /** The line as it was read. */
  public byte[] line() {
    return JsonText.unescape(text, 0, messageLength);
  }
}
