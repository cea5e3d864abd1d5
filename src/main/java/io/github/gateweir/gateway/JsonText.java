package io.github.gateweir.gateway;

import java.nio.charset.StandardCharsets;

/** Appends UTF-8 text as the inside of a JSON string. */
public final class JsonText {

  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  /** The longest escape: six bytes for a control character. */
  static final int LONGEST = 6;

  private JsonText() {}

  /**
   * Appends a piece, with escapes where JSON needs them. Eight bytes are copied at a time; where
   * one of them has to be escaped, those before it stay and the copy goes on behind it.
   *
   * @param source has {@link TextBuffer#PADDING} bytes behind the piece
   */
  public static void appendEscaped(TextBuffer out, byte[] source, int from, int to) {
    out.reserve(LONGEST * (to - from));
    out.setLength(escape(source, from, to, out.bytes(), out.length()));
  }

  /** Writes the escaped piece, for which there must be room; returns where it ends. */
  static int escape(byte[] source, int from, int to, byte[] target, int start) {
    int at = start;
    int i = from;
    while (i < to) {
      long word = Words.get(source, i);
      Words.put(target, at, word);
      long escapes = Words.escapes(word);
      if (escapes == 0) {
        i += Long.BYTES;
        at += Long.BYTES;
      } else {
        int clean = Words.first(escapes);
        i += clean;
        at += clean;
        if (i < to) {
          at = appendEscape(target, at, source[i]);
          i++;
        }
      }
    }
    // The last word may have gone beyond the piece.
    return at - (i - to);
  }

  /** What the inside of a JSON string stands for. */
  public static byte[] unescape(byte[] json, int from, int to) {
    TextBuffer plain = new TextBuffer(to - from);
    JsonStrings.appendDecoded(plain, json, from, to);
    return plain.toByteArray();
  }

  private static int appendEscape(byte[] target, int at, byte b) {
    target[at] = '\\';
    switch (b) {
      case '"', '\\' -> target[at + 1] = b;
      case '\b' -> target[at + 1] = 'b';
      case '\f' -> target[at + 1] = 'f';
      case '\n' -> target[at + 1] = 'n';
      case '\r' -> target[at + 1] = 'r';
      case '\t' -> target[at + 1] = 't';
      default -> {
        target[at + 1] = 'u';
        target[at + 2] = '0';
        target[at + 3] = '0';
        target[at + 4] = HEX[(b >> 4) & 0xF];
        target[at + 5] = HEX[b & 0xF];
        return at + LONGEST;
      }
    }
    return at + 2;
  }
}
