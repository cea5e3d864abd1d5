package io.github.gateweir.session;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Texts in stored state: length plus one as a number of one to five bytes, 0 for none, then UTF-8.
 */
final class Texts {

  private Texts() {}

  static void write(DataOutputStream out, @Nullable String text) throws IOException {
    if (text == null) {
      writeNumber(out, 0);
      return;
    }
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    writeNumber(out, utf8.length + 1);
    out.write(utf8);
  }

  static @Nullable String read(DataInputStream in) throws IOException {
    int length = Math.toIntExact(readNumber(in)) - 1;
    return length < 0 ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  /** Seven bits a byte, the lowest first, the high bit set on all bytes but the last. */
  static void writeNumber(DataOutputStream out, long number) throws IOException {
    long rest = number;
    while ((rest & ~0x7FL) != 0) {
      out.writeByte((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    out.writeByte((int) rest);
  }

  static long readNumber(DataInputStream in) throws IOException {
    long number = 0;
    int shift = 0;
    int next = in.readUnsignedByte();
    while (next >= 0x80) {
      number |= (long) (next & 0x7F) << shift;
      shift += 7;
      next = in.readUnsignedByte();
    }
    return number | (long) next << shift;
  }
}
