package io.github.gateweir.config;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Where a Kafka source that has no checkpoint begins.
 *
 * @param from the kind of place
 * @param time for {@link From#TIME} the time of the first record to read, otherwise null
 */
public record StartingOffsets(From from, @Nullable Instant time) {

  /** The kinds of places at which reading begins. */
  public enum From {
    /** The offsets that the group has committed, and the earliest where it has none. */
    COMMITTED,
    /** The oldest record that the broker still has. */
    EARLIEST,
    /** What comes after the start. */
    LATEST,
    /** The first record whose Kafka timestamp is not before a time. */
    TIME
  }

  /** The offsets that the group has committed, and the earliest where it has none. */
  public static final StartingOffsets COMMITTED = new StartingOffsets(From.COMMITTED, null);

  static StartingOffsets parse(String text) {
    return switch (text) {
      case "committed" -> COMMITTED;
      case "earliest" -> new StartingOffsets(From.EARLIEST, null);
      case "latest" -> new StartingOffsets(From.LATEST, null);
      default -> new StartingOffsets(From.TIME, time(text));
    };
  }

  private static Instant time(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
