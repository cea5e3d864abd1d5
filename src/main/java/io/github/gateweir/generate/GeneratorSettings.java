package io.github.gateweir.generate;

import java.time.Instant;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What to generate. The same settings give the same bytes.
 *
 * @param records how many lines, the faulty ones included; at least 1
 * @param sessions how many sessions the events belong to; by default a quarter of the events
 * @param seed where the random numbers begin
 * @param attacks the detections whose traffic is among the records
 * @param timestamps how {@code Datetime} is written
 * @param start the time of the first records, from 1970 to 2200
 * @param faultyPercent how many of a hundred lines are faulty
 */
public record GeneratorSettings(
    long records,
    OptionalLong sessions,
    long seed,
    Set<Detection> attacks,
    Timestamps timestamps,
    Instant start,
    double faultyPercent) {

  /** When records start if nothing else is said. */
  public static final Instant DEFAULT_START = Instant.parse("2026-01-01T00:00:00Z");

  private static final Instant EARLIEST = Instant.EPOCH;
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  /**
   * Checks the settings.
   *
   * @throws IllegalArgumentException with a sentence that says what is wrong and what would be
   *     right
   */
  public GeneratorSettings {
    require(records >= 1, "--records is " + records + "; it must be at least 1.");
    require(
        sessions.orElse(1) >= 1,
        "--sessions is " + sessions.orElse(1) + "; it must be at least 1.");
    require(
        faultyPercent >= 0 && faultyPercent <= 100,
        "--faulty is " + faultyPercent + "; it is a percentage and must be from 0 to 100.");
    require(
        !start.isBefore(EARLIEST) && start.isBefore(LATEST),
        "--start is " + start + "; it must be from " + EARLIEST + " to before " + LATEST + ".");
    attacks = Set.copyOf(attacks);
  }

  private static void require(boolean right, String sentence) {
    if (!right) {
      throw new IllegalArgumentException(sentence);
    }
  }
}
