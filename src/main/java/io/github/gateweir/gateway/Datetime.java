package io.github.gateweir.gateway;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Reads the {@code Datetime} of a record in every form that Logpush can write: RFC 3339 with {@code
 * Z} or an offset and up to nine fraction digits, or Unix time in seconds, milliseconds,
 * microseconds or nanoseconds, told apart by magnitude. No digit is lost on the way: the text is
 * never read as a floating-point number.
 */
public final class Datetime {

  /** The result for text that is not a time. */
  public static final long UNREADABLE = Long.MIN_VALUE;

  private static final int SHORTEST_RFC_3339 = "2026-01-01T00:00:00Z".length();
  private static final int SECOND_END = "2026-01-01T00:00:00".length();
  static final int MAX_FRACTION_DIGITS = 9;
  private static final long DAYS_TO_EPOCH = 719_468;
  private static final long DAYS_PER_ERA = 146_097;
  private static final long MILLIS_PER_SECOND = 1000;
  static final long FIRST_SECOND = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
  static final long LAST_SECOND = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

  private Datetime() {}

  /**
   * The time in milliseconds since the epoch, rounded down.
   *
   * @return {@link #UNREADABLE} if the text is none of the forms
   */
  public static long epochMillis(byte[] text, int from, int to) {
    if (isRfc3339(text, from, to)) {
      return rfc3339(text, from, to);
    }
    UnixTime time = UnixTime.read(text, from, to);
    return time == null ? UNREADABLE : time.second() * MILLIS_PER_SECOND + time.nano() / 1_000_000;
  }

  /** Whether readable text is already in the form that is written: RFC 3339 in UTC with a Z. */
  public static boolean isUtc(byte[] text, int from, int to) {
    return isRfc3339(text, from, to) && text[from + 10] == 'T' && text[to - 1] == 'Z';
  }

  /** Appends readable text of another form in UTC, with as many fraction digits as it has. */
  public static void appendUtc(TextBuffer out, byte[] text, int from, int to) {
    if (!isRfc3339(text, from, to)) {
      UnixTime time = UnixTime.read(text, from, to);
      if (time == null) {
        throw new IllegalArgumentException("not a time");
      }
      appendSecond(out, time.second());
      appendFraction(out, time.nano(), time.digits());
    } else {
      long millis = rfc3339(text, from, to);
      appendSecond(out, Math.floorDiv(millis, MILLIS_PER_SECOND));
      int fractionEnd = fractionEnd(text, from, to);
      out.appendUnpadded(text, from + SECOND_END, fractionEnd);
    }
    out.append('Z');
  }

  private static void appendSecond(TextBuffer out, long epochSecond) {
    LocalDateTime time = LocalDateTime.ofEpochSecond(epochSecond, 0, ZoneOffset.UTC);
    out.appendNumber(time.getYear(), 4);
    out.append('-');
    out.appendNumber(time.getMonthValue(), 2);
    out.append('-');
    out.appendNumber(time.getDayOfMonth(), 2);
    out.append('T');
    out.appendNumber(time.getHour(), 2);
    out.append(':');
    out.appendNumber(time.getMinute(), 2);
    out.append(':');
    out.appendNumber(time.getSecond(), 2);
  }

  private static void appendFraction(TextBuffer out, int nano, int digits) {
    if (digits > 0) {
      out.append('.');
      long fraction = nano;
      for (int i = digits; i < MAX_FRACTION_DIGITS; i++) {
        fraction /= 10;
      }
      out.appendNumber(fraction, digits);
    }
  }

  private static boolean isRfc3339(byte[] text, int from, int to) {
    return to - from >= SHORTEST_RFC_3339 && text[from + 4] == '-' && text[from + 7] == '-';
  }

  private static long rfc3339(byte[] text, int from, int to) {
    long day = day(text, from);
    long second = second(text, from);
    int fractionEnd = fractionEnd(text, from, to);
    long offset = offset(text, fractionEnd, to);
    if (day == UNREADABLE || second < 0 || fractionEnd < 0 || offset == UNREADABLE) {
      return UNREADABLE;
    }
    long epochSecond = day * 86_400 + second - offset;
    if (epochSecond < FIRST_SECOND || epochSecond > LAST_SECOND) {
      return UNREADABLE;
    }
    return epochSecond * MILLIS_PER_SECOND + millis(text, from + SECOND_END, fractionEnd);
  }

  /** The days since the epoch of {@code yyyy-MM-dd}. */
  private static long day(byte[] text, int from) {
    int year = twoDigits(text, from) * 100 + twoDigits(text, from + 2);
    int month = twoDigits(text, from + 5);
    int day = twoDigits(text, from + 8);
    if (twoDigits(text, from) < 0
        || twoDigits(text, from + 2) < 0
        || month < 1
        || month > 12
        || day < 1
        || day > daysIn(month, year)) {
      return UNREADABLE;
    }
    // Years that begin in March put the leap day last; an era is 400 of them.
    long shifted = month > 2 ? year : year - 1;
    long era = Math.floorDiv(shifted, 400);
    long yearOfEra = shifted - era * 400;
    long dayOfYear = (153L * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    long dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * DAYS_PER_ERA + dayOfEra - DAYS_TO_EPOCH;
  }

  private static int daysIn(int month, int year) {
    if (month == 2) {
      return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
    }
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
  }

  /** The second of the day of {@code THH:mm:ss} that follows the date; -1 if it is none. */
  private static int second(byte[] text, int from) {
    int hour = twoDigits(text, from + 11);
    int minute = twoDigits(text, from + 14);
    int second = twoDigits(text, from + 17);
    boolean valid =
        (text[from + 10] | 0x20) == 't'
            && text[from + 13] == ':'
            && text[from + 16] == ':'
            && hour >= 0
            && hour < 24
            && minute >= 0
            && minute < 60
            && second >= 0
            && second < 60;
    return valid ? (hour * 60 + minute) * 60 + second : -1;
  }

  /** Where the fraction ends, or the seconds if there is none; -1 if the fraction is not valid. */
  private static int fractionEnd(byte[] text, int from, int to) {
    int i = from + SECOND_END;
    if (text[i] != '.') {
      return i;
    }
    int start = ++i;
    while (i < to && isDigit(text[i])) {
      i++;
    }
    return i == start || i - start > MAX_FRACTION_DIGITS ? -1 : i;
  }

  private static int millis(byte[] text, int dot, int fractionEnd) {
    int millis = 0;
    for (int i = 1; i <= 3; i++) {
      millis = millis * 10 + (dot + i < fractionEnd ? text[dot + i] - '0' : 0);
    }
    return millis;
  }

  /** The seconds that the local time is ahead of UTC. */
  private static long offset(byte[] text, int from, int to) {
    if (from < 0 || from >= to) {
      return UNREADABLE;
    }
    if ((text[from] | 0x20) == 'z') {
      return to - from == 1 ? 0 : UNREADABLE;
    }
    boolean signed = text[from] == '+' || text[from] == '-';
    if (!signed || to - from != "+00:00".length() || text[from + 3] != ':') {
      return UNREADABLE;
    }
    int hours = twoDigits(text, from + 1);
    int minutes = twoDigits(text, from + 4);
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) {
      return UNREADABLE;
    }
    int seconds = (hours * 60 + minutes) * 60;
    return text[from] == '-' ? -seconds : seconds;
  }

  private static int twoDigits(byte[] text, int at) {
    int tens = text[at] - '0';
    int ones = text[at + 1] - '0';
    return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1000;
  }

  static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }
}
