package io.github.gateweir.gateway;

import java.util.Arrays;

/**
 * Finds the time of a raw line without mapping it, so that a source can give it a timestamp: a walk
 * over the object's own members that stops at {@code Datetime}, one of the first in a record of
 * Logpush.
 *
 * <p>For every line that becomes an event it finds the event's time. It does not check the line, so
 * for others it may find a time or none. Where a name or the time is written with escapes, which
 * Logpush does not do, the line is left to the parser.
 */
public final class DatetimeScanner {

  private static final byte[] NAME = {'D', 'a', 't', 'e', 't', 'i', 'm', 'e'};

  private DatetimeScanner() {}

  /**
   * The time in milliseconds since the epoch.
   *
   * @return {@link Datetime#UNREADABLE} if there is none, or none that can be read
   */
  public static long epochMillis(byte[] line) {
    int at = skipSpace(line, 0);
    if (at >= line.length || line[at] != '{') {
      return Datetime.UNREADABLE;
    }
    at = skipSpace(line, at + 1);
    while (at < line.length && line[at] == '"') {
      int nameEnd = stringEnd(line, at);
      int value = skipSpace(line, skipSpace(line, nameEnd) + 1);
      if (hasEscape(line, at, nameEnd)) {
        return parsed(line);
      }
      if (isDatetime(line, at + 1, nameEnd - 1)) {
        return read(line, value);
      }
      at = skipSpace(line, skipSpace(line, valueEnd(line, value)) + 1);
    }
    return Datetime.UNREADABLE;
  }

  private static boolean isDatetime(byte[] line, int from, int to) {
    return to - from == NAME.length && Arrays.equals(line, from, to, NAME, 0, NAME.length);
  }

  private static long read(byte[] line, int value) {
    if (value >= line.length) {
      return Datetime.UNREADABLE;
    }
    int end = valueEnd(line, value);
    if (hasEscape(line, value, end)) {
      return parsed(line);
    }
    boolean quoted = line[value] == '"';
    return quoted
        ? Datetime.epochMillis(line, value + 1, Math.max(value + 1, end - 1))
        : Datetime.epochMillis(line, value, end);
  }

  private static boolean hasEscape(byte[] line, int from, int to) {
    for (int i = from; i < to; i++) {
      if (line[i] == '\\') {
        return true;
      }
    }
    return false;
  }

  private static long parsed(byte[] line) {
    GatewayNetworkLog log = new GatewayNetworkLog();
    try {
      new GatewayLogParser().parse(line, log);
    } catch (MalformedRecordException e) {
      return Datetime.UNREADABLE;
    }
    int from = log.start(GatewayField.DATETIME);
    int to = log.end(GatewayField.DATETIME);
    return Datetime.epochMillis(log.text().bytes(), from, to);
  }

  /** Behind the value that begins here, or the end of the line. */
  private static int valueEnd(byte[] line, int from) {
    int depth = 0;
    int at = from;
    while (at < line.length) {
      switch (line[at]) {
        case '"' -> {
          at = stringEnd(line, at) - 1;
        }
        case '{', '[' -> depth++;
        case '}', ']', ',' -> {
          if (depth == 0) {
            return at;
          }
          if (line[at] != ',') {
            depth--;
          }
        }
        case ' ', '\t', '\r', '\n' -> {
          if (depth == 0) {
            return at;
          }
        }
        default -> {}
      }
      at++;
    }
    return at;
  }

  /** Behind the closing quote of the string that begins here, or the end of the line. */
  private static int stringEnd(byte[] line, int quote) {
    int at = quote + 1;
    while (at < line.length && line[at] != '"') {
      at += line[at] == '\\' ? 2 : 1;
    }
    return Math.min(at + 1, line.length);
  }

  private static int skipSpace(byte[] line, int from) {
    int at = from;
    while (at < line.length && isSpace(line[at])) {
      at++;
    }
    return at;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\t' || b == '\r' || b == '\n';
  }
}
