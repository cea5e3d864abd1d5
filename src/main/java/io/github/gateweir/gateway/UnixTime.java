package io.github.gateweir.gateway;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A Unix time with the number of its fraction digits.
 *
 * @param nano the nanoseconds after {@code second}
 */
record UnixTime(long second, int nano, int digits) {

  /** Unix times of at least this magnitude are not seconds any more (the year 5138). */
  private static final long FIRST_MILLIS = 100_000_000_000L;

  static @Nullable UnixTime read(byte[] text, int from, int to) {
    boolean negative = from < to && text[from] == '-';
    int start = negative ? from + 1 : from;
    int end = start;
    while (end < to && Datetime.isDigit(text[end])) {
      end++;
    }
    if (end == start || end - start > 19) {
      return null;
    }
    String digits = new String(text, start, end - start, StandardCharsets.US_ASCII);
    if (digits.length() == 19 && digits.compareTo("9223372036854775807") > 0) {
      return null;
    }
    long number = Long.parseLong(digits);
    if (end < to) {
      return decimal(number, negative, text, end, to);
    }
    return checked(whole(negative ? -number : number));
  }

  /** Seconds with a fraction. */
  private static @Nullable UnixTime decimal(
      long number, boolean negative, byte[] text, int dot, int to) {
    int count = to - dot - 1;
    if (text[dot] != '.'
        || count < 1
        || count > Datetime.MAX_FRACTION_DIGITS
        || number >= FIRST_MILLIS) {
      return null;
    }
    int nano = 0;
    for (int i = 1; i <= Datetime.MAX_FRACTION_DIGITS; i++) {
      byte digit = dot + i < to ? text[dot + i] : (byte) '0';
      if (!Datetime.isDigit(digit)) {
        return null;
      }
      nano = nano * 10 + digit - '0';
    }
    if (!negative) {
      return checked(new UnixTime(number, nano, count));
    }
    return checked(
        nano == 0
            ? new UnixTime(-number, 0, count)
            : new UnixTime(-number - 1, 1_000_000_000 - nano, count));
  }

  private static UnixTime whole(long number) {
    long magnitude = Math.abs(number);
    if (magnitude < FIRST_MILLIS) {
      return new UnixTime(number, 0, 0);
    }
    if (magnitude < FIRST_MILLIS * 1000) {
      return split(number, 1000, 3);
    }
    if (magnitude < FIRST_MILLIS * 1_000_000) {
      return split(number, 1_000_000, 6);
    }
    return split(number, 1_000_000_000, 9);
  }

  private static UnixTime split(long number, int perSecond, int digits) {
    int nano = (int) (Math.floorMod(number, (long) perSecond) * (1_000_000_000 / perSecond));
    return new UnixTime(Math.floorDiv(number, (long) perSecond), nano, digits);
  }

  private static @Nullable UnixTime checked(UnixTime time) {
    return time.second < Datetime.FIRST_SECOND || time.second > Datetime.LAST_SECOND ? null : time;
  }
}
