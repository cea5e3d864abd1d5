package io.github.gateweir.gateway;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Growing UTF-8 text. Short pieces are copied eight bytes at a time and at least sixteen, which
 * writes and reads some bytes too many: behind its end the buffer always has {@link #PADDING}
 * bytes, and so must every array that a piece is copied from.
 */
public final class TextBuffer {

  /** How many bytes every array has to have behind the last piece that is copied from it. */
  public static final int PADDING = 16;

  /** Longer pieces are left to the JVM's own copy, which is faster from about here on. */
  public static final int LONG_PIECE = 64;

  private byte[] bytes;
  private int length;

  /** An empty buffer with room for this many bytes before it grows. */
  public TextBuffer(int capacity) {
    bytes = new byte[capacity + PADDING];
  }

  /** A constant piece of text, padded so that it can be appended. */
  public static byte[] padded(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return Arrays.copyOf(utf8, utf8.length + PADDING);
  }

  /**
   * The bytes so far, and behind {@link #length()} anything; not a copy, and replaced as it grows.
   */
  public byte[] bytes() {
    return bytes;
  }

  /** How many bytes the text has. */
  public int length() {
    return length;
  }

  /** Cuts the text back, or takes in what was written straight into {@link #bytes()}. */
  public void setLength(int length) {
    this.length = length;
  }

  /** Makes sure that {@code more} bytes can be written behind the end. */
  public void reserve(int more) {
    if (length + more + PADDING > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more + PADDING));
    }
  }

  /** Appends one ASCII character. */
  public void append(char ascii) {
    reserve(1);
    bytes[length++] = (byte) ascii;
  }

  /** Appends a constant made by {@link #padded}. */
  public void appendPadded(byte[] padded) {
    append(padded, 0, padded.length - PADDING);
  }

  /** Appends a piece of an array that has {@link #PADDING} bytes behind the piece. */
  public void append(byte[] source, int from, int to) {
    int count = to - from;
    reserve(count);
    if (count > LONG_PIECE) {
      System.arraycopy(source, from, bytes, length, count);
    } else {
      Words.copy(source, from, bytes, length, count);
    }
    length += count;
  }

  /**
   * Appends a piece for which room was reserved.
   *
   * @param source has {@link #PADDING} bytes behind the piece
   */
  public void appendReserved(byte[] source, int from, int to) {
    Words.copy(source, from, bytes, length, to - from);
    length += to - from;
  }

  /** Appends two ASCII characters for which room was reserved. */
  public void appendReserved(char first, char second) {
    bytes[length] = (byte) first;
    bytes[length + 1] = (byte) second;
    length += 2;
  }

  /** Appends a piece of any array. */
  public void appendUnpadded(byte[] source, int from, int to) {
    int count = to - from;
    reserve(count);
    System.arraycopy(source, from, bytes, length, count);
    length += count;
  }

  /** Appends a piece of this buffer itself, which may grow meanwhile. */
  public void appendOwn(int from, int to) {
    reserve(to - from);
    append(bytes, from, to);
  }

  /** Appends text, encoded as UTF-8. */
  public void append(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    appendUnpadded(utf8, 0, utf8.length);
  }

  /** Appends a whole number of at least zero, padded with zeros to at least {@code digits}. */
  public void appendNumber(long number, int digits) {
    int count = Math.max(digits, digitsOf(number));
    reserve(count);
    long rest = number;
    for (int i = length + count - 1; i >= length; i--) {
      bytes[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += count;
  }

  private static int digitsOf(long number) {
    int digits = 1;
    for (long rest = number / 10; rest > 0; rest /= 10) {
      digits++;
    }
    return digits;
  }

  /** Appends one code point as UTF-8. */
  public void appendCodePoint(int codePoint) {
    reserve(4);
    if (codePoint < 0x80) {
      bytes[length++] = (byte) codePoint;
    } else if (codePoint < 0x800) {
      bytes[length++] = (byte) (0xC0 | (codePoint >> 6));
      bytes[length++] = continuation(codePoint);
    } else if (codePoint < 0x10000) {
      bytes[length++] = (byte) (0xE0 | (codePoint >> 12));
      bytes[length++] = continuation(codePoint >> 6);
      bytes[length++] = continuation(codePoint);
    } else {
      bytes[length++] = (byte) (0xF0 | (codePoint >> 18));
      bytes[length++] = continuation(codePoint >> 12);
      bytes[length++] = continuation(codePoint >> 6);
      bytes[length++] = continuation(codePoint);
    }
  }

  private static byte continuation(int bits) {
    return (byte) (0x80 | (bits & 0x3F));
  }

  /** A copy of the text. */
  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, length);
  }
}
