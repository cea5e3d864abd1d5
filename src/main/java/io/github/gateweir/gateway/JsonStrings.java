package io.github.gateweir.gateway;

/** Decodes the escapes of a JSON string that a {@link JsonScanner} has checked. */
final class JsonStrings {

  private static final int REPLACEMENT = 0xFFFD;

  private JsonStrings() {}

  /**
   * Appends what the inside of a string stands for. Half a surrogate pair, which JSON allows and
   * UTF-8 cannot hold, becomes U+FFFD.
   *
   * @param from behind the opening quote
   * @param to at the closing quote
   */
  static void appendDecoded(TextBuffer out, byte[] json, int from, int to) {
    int i = from;
    while (i < to) {
      int plainEnd = backslash(json, i, to);
      out.appendUnpadded(json, i, plainEnd);
      i = plainEnd;
      if (i < to && json[i + 1] == 'u') {
        i = appendUnicode(out, json, i, to);
      } else if (i < to) {
        out.append(simple(json[i + 1]));
        i += 2;
      }
    }
  }

  private static int backslash(byte[] json, int from, int to) {
    int i = from;
    while (i < to && json[i] != '\\') {
      i++;
    }
    return i;
  }

  private static char simple(byte escape) {
    return switch (escape) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> (char) escape;
    };
  }

  private static int appendUnicode(TextBuffer out, byte[] json, int backslash, int to) {
    char first = unit(json, backslash);
    int next = backslash + 6;
    if (!Character.isSurrogate(first)) {
      out.appendCodePoint(first);
      return next;
    }
    if (Character.isHighSurrogate(first) && isUnicodeEscape(json, next, to)) {
      char second = unit(json, next);
      if (Character.isLowSurrogate(second)) {
        out.appendCodePoint(Character.toCodePoint(first, second));
        return next + 6;
      }
    }
    out.appendCodePoint(REPLACEMENT);
    return next;
  }

  private static boolean isUnicodeEscape(byte[] text, int at, int to) {
    return at + 6 <= to && text[at] == '\\' && text[at + 1] == 'u';
  }

  private static char unit(byte[] text, int backslash) {
    int unit = 0;
    for (int i = backslash + 2; i < backslash + 6; i++) {
      unit = (unit << 4) | Character.digit((char) text[i], 16);
    }
    return (char) unit;
  }
}
