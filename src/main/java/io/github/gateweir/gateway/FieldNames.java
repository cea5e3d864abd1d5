package io.github.gateweir.gateway;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds the field that a name's bytes stand for. A name is told by its length, its first and its
 * last eight bytes, which a few machine instructions compare; no two known names share all three.
 */
final class FieldNames {

  private static final int BITS = 8;
  private static final int MASK = (1 << BITS) - 1;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private static final @Nullable GatewayField[] FIELDS = new GatewayField[1 << BITS];
  private static final byte[][] NAMES = new byte[1 << BITS][];
  private static final long[] HEADS = new long[1 << BITS];
  private static final long[] TAILS = new long[1 << BITS];

  static {
    for (GatewayField field : GatewayField.values()) {
      byte[] name = field.fieldName().getBytes(StandardCharsets.US_ASCII);
      byte[] padded = Arrays.copyOf(name, name.length + TextBuffer.PADDING);
      long head = head(padded, 0, name.length);
      long tail = tail(padded, 0, name.length);
      int slot = slot(head, tail, name.length);
      while (FIELDS[slot] != null) {
        slot = (slot + 1) & MASK;
      }
      FIELDS[slot] = field;
      NAMES[slot] = name;
      HEADS[slot] = head;
      TAILS[slot] = tail;
    }
  }

  private FieldNames() {}

  /** The field with this name, or null. There must be eight more bytes behind the name. */
  static @Nullable GatewayField find(byte[] text, int from, int to) {
    int length = to - from;
    if (length == 0) {
      return null;
    }
    long head = head(text, from, length);
    long tail = tail(text, from, length);
    for (int slot = slot(head, tail, length); ; slot = (slot + 1) & MASK) {
      GatewayField field = FIELDS[slot];
      if (field == null) {
        return null;
      }
      if (HEADS[slot] == head && TAILS[slot] == tail && isSame(NAMES[slot], text, from, to)) {
        return field;
      }
    }
  }

  private static boolean isSame(byte[] name, byte[] text, int from, int to) {
    // Up to sixteen bytes head and tail are the whole name.
    return name.length == to - from
        && (name.length <= 2 * Long.BYTES || Arrays.equals(name, 0, name.length, text, from, to));
  }

  private static long head(byte[] text, int from, int length) {
    long word = Words.get(text, from);
    return length >= Long.BYTES ? word : word & ((1L << (Byte.SIZE * length)) - 1);
  }

  private static long tail(byte[] text, int from, int length) {
    return length >= Long.BYTES
        ? Words.get(text, from + length - Long.BYTES)
        : head(text, from, length);
  }

  private static int slot(long head, long tail, int length) {
    long mixed = (head * SPREAD) ^ (Long.rotateLeft(tail, 31) * SPREAD) ^ length;
    return (int) ((mixed * SPREAD) >>> (Long.SIZE - BITS));
  }
}
