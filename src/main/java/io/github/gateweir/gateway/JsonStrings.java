package io.github.gateweir.gateway;

/** Decodes the escapes of a JSON string that a {@link JsonScanner} has checked. */
final class JsonStrings {

  private static final int REPLACEMENT = 0xFFFD;

  private JsonStrings() {}

  /**
   * Appends the decoded form of a piece of the same buffer. Half a surrogate pair, which JSON
   * allows and UTF-8 cannot hold, becomes U+FFFD.
   *
   * @param from behind the opening quote
   * @param to at the closing quote
   */
  static void appendDecoded(TextBuffer text, int from, int to) {
    int i = from;
    while (i < to) {
      byte b = text.bytes()[i];
      if (b != '\\') {
        text.appendOwn(i, i + 1);
        i++;
      } else if (text.bytes()[i + 1] != 'u') {
        text.append(simple(text.bytes()[i + 1]));
        i += 2;
      } else {
        i = appendUnicode(text, i, to);
      }
    }
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

  private static int appendUnicode(TextBuffer text, int backslash, int to) {
    char first = unit(text.bytes(), backslash);
    int next = backslash + 6;
    if (!Character.isSurrogate(first)) {
      text.appendCodePoint(first);
      return next;
    }
    if (Character.isHighSurrogate(first) && isUnicodeEscape(text.bytes(), next, to)) {
      char second = unit(text.bytes(), next);
      if (Character.isLowSurrogate(second)) {
        text.appendCodePoint(Character.toCodePoint(first, second));
        return next + 6;
      }
    }
    text.appendCodePoint(REPLACEMENT);
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
