package io.github.gateweir.ecs;

import io.github.gateweir.gateway.TextBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Lower case of UTF-8 text, with a short way for ASCII. */
final class LowerCase {

  private LowerCase() {}

  /** Where the first byte is that may change; {@code to} if none does. */
  static int firstUpper(byte[] text, int from, int to) {
    int i = from;
    while (i < to && text[i] >= 0 && (text[i] < 'A' || text[i] > 'Z')) {
      i++;
    }
    return i;
  }

  /** Appends a piece of the text to the text, in lower case. */
  static void append(TextBuffer text, int from, int to) {
    text.reserve(to - from);
    byte[] bytes = text.bytes();
    int at = text.length();
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if (b < 0) {
        String piece = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        text.append(piece.toLowerCase(Locale.ROOT));
        return;
      }
      bytes[at++] = (byte) (b >= 'A' && b <= 'Z' ? b + 32 : b);
    }
    text.setLength(at);
  }
}
