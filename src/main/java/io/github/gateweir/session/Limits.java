package io.github.gateweir.session;

/**
 * How far a session reaches.
 *
 * @param gapNanos how far apart two records of one session may lie; exactly this far is together
 * @param maxNanos a record this long after the first begins the next session
 */
public record Limits(long gapNanos, long maxNanos) {

  /** The watermark, in milliseconds, from which no record that is in time can join an interval. */
  long closesAt(Interval interval) {
    long lastToJoin = Math.min(interval.last() + gapNanos, interval.first() + maxNanos - 1);
    return Math.floorDiv(lastToJoin, SessionRecord.NANOS_PER_MILLI);
  }

  boolean isNear(Interval interval, long time) {
    return time >= interval.first() - gapNanos && time <= interval.last() + gapNanos;
  }

  boolean fits(long first, long last) {
    return last - first < maxNanos;
  }
}
