package io.github.gateweir.source.file;

import java.io.Serializable;
import java.time.Duration;

/**
 * How folders are watched.
 *
 * @param interval how often they are listed
 * @param settle how long a file has to be unchanged before it is read
 * @param remember how long a file that was read is known by its path, counted from its last change;
 *     a file older than that counts as read, and no file may arrive later than that
 */
public record WatchSettings(Duration interval, Duration settle, Duration remember)
    implements Serializable {

  /** Every 10 s, 10 s unchanged, 7 days. */
  public static final WatchSettings DEFAULT =
      new WatchSettings(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofDays(7));

  /**
   * Checks that the durations make sense together.
   *
   * @throws IllegalArgumentException when they do not, with a sentence that says what would be
   *     right
   */
  public WatchSettings {
    if (interval.toMillis() <= 0) {
      throw new IllegalArgumentException(
          "Folders cannot be listed every %d ms; the interval must be at least 1 ms."
              .formatted(interval.toMillis()));
    }
    if (settle.isNegative()) {
      throw new IllegalArgumentException(
          "A file cannot be unchanged for %d ms; the time to settle must not be negative."
              .formatted(settle.toMillis()));
    }
    if (remember.compareTo(settle.plus(interval)) <= 0) {
      throw new IllegalArgumentException(
          "Files are forgotten after %d ms, which may be before they are read; it must be more than the interval and the time to settle together, %d ms."
              .formatted(remember.toMillis(), settle.plus(interval).toMillis()));
    }
  }
}
