package io.github.gateweir.generate;

import java.time.LocalDate;

/** Writes the value of {@code Datetime}, and formats a date only when the day changes. */
final class TimestampWriter {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final long SECONDS_PER_DAY = 86_400;

  private final Timestamps format;
  private long day = Long.MIN_VALUE;
  private byte[] date = {};

  TimestampWriter(Timestamps format) {
    this.format = format;
  }

  /** Writes a time given in nanoseconds since 1970, quotes included where the format has them. */
  void write(LineBuffer line, long epochNanos) {
    long second = epochNanos / NANOS_PER_SECOND;
    long fraction = epochNanos % NANOS_PER_SECOND;
    switch (format) {
      case UNIXNANO -> line.number(epochNanos);
      case UNIX -> line.number(second);
      case RFC3339 -> rfc3339(line, second).put('Z').put('"');
      case RFC3339MS ->
          rfc3339(line, second).put('.').digits(fraction / 1_000_000, 3).put('Z').put('"');
      case RFC3339NS -> rfc3339(line, second).put('.').digits(fraction, 9).put('Z').put('"');
    }
  }

  private LineBuffer rfc3339(LineBuffer line, long second) {
    if (second / SECONDS_PER_DAY != day) {
      day = second / SECONDS_PER_DAY;
      date = LineBuffer.utf8("\"" + LocalDate.ofEpochDay(day) + "T");
    }
    long ofDay = second % SECONDS_PER_DAY;
    line.put(date).digits(ofDay / 3600, 2).put(':').digits(ofDay / 60 % 60, 2);
    return line.put(':').digits(ofDay % 60, 2);
  }
}
