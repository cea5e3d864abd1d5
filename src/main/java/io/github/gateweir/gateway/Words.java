package io.github.gateweir.gateway;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes at a time: the arithmetic on a {@code long} that stands for eight characters. A byte
 * that fulfils a condition has its highest bit set in the result; the lowest such byte is exact,
 * higher ones may be false alarms, so only the first one is to be used.
 */
public final class Words {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;
  private static final long QUOTES = '"' * ONES;
  private static final long BACKSLASHES = '\\' * ONES;
  private static final long SPACES = ' ' * ONES;

  private Words() {}

  /** The eight bytes from {@code at} on, the first one lowest. */
  public static long get(byte[] bytes, int at) {
    return (long) LONGS.get(bytes, at);
  }

  /** Writes two bytes from {@code at} on, the lower one first. */
  static void put(byte[] bytes, int at, short pair) {
    SHORTS.set(bytes, at, pair);
  }

  /** Writes eight bytes from {@code at} on. */
  public static void put(byte[] bytes, int at, long word) {
    LONGS.set(bytes, at, word);
  }

  /**
   * Copies {@code count} bytes, and up to sixteen more. Nearly all names and values have at most
   * sixteen bytes, so two words are copied without asking: a loop would end in a branch that the
   * processor cannot foresee.
   */
  static void copy(byte[] source, int from, byte[] target, int to, int count) {
    put(target, to, get(source, from));
    put(target, to + Long.BYTES, get(source, from + Long.BYTES));
    for (int i = 2 * Long.BYTES; i < count; i += Long.BYTES) {
      put(target, to + i, get(source, from + i));
    }
  }

  /** Marks what ends or complicates a JSON string: quote, backslash, control and non-ASCII. */
  static long stringStops(long word) {
    return escapes(word) | (word & HIGHS);
  }

  /** Marks what has to be escaped inside a JSON string: quote, backslash, control characters. */
  public static long escapes(long word) {
    long quote = word ^ QUOTES;
    long backslash = word ^ BACKSLASHES;
    return (((quote - ONES) & ~quote)
            | ((backslash - ONES) & ~backslash)
            | ((word - SPACES) & ~word))
        & HIGHS;
  }

  /** The index, 0 to 7, of the first marked byte of a non-zero mark. */
  public static int first(long marks) {
    return Long.numberOfTrailingZeros(marks) >>> 3;
  }
}
