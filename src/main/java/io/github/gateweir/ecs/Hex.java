package io.github.gateweir.ecs;

import io.github.gateweir.gateway.TextBuffer;
import java.nio.charset.StandardCharsets;

/** Lower-case hexadecimal digits. */
final class Hex {

  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private Hex() {}

  static void append(TextBuffer text, byte[] source, int count) {
    text.reserve(2 * count);
    byte[] bytes = text.bytes();
    int at = text.length();
    for (int i = 0; i < count; i++) {
      bytes[at++] = DIGITS[(source[i] >> 4) & 0xF];
      bytes[at++] = DIGITS[source[i] & 0xF];
    }
    text.setLength(at);
  }
}
