package io.github.gateweir.ecs;

import java.time.Instant;

/** Times as documents have them: ISO 8601, in UTC, to the nanosecond. */
public final class EcsTime {

  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private EcsTime() {}

  /** The time so many nanoseconds after the epoch. */
  public static String of(long epochNanos) {
    return Instant.ofEpochSecond(
            Math.floorDiv(epochNanos, NANOS_PER_SECOND),
            Math.floorMod(epochNanos, NANOS_PER_SECOND))
        .toString();
  }
}
