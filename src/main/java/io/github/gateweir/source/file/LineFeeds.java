package io.github.gateweir.source.file;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The search for the next line feed, eight bytes at a time. */
final class LineFeeds {

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LOW_BITS = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long FEEDS = '\n' * LOW_BITS;

  private LineFeeds() {}

  /** Where the first line feed from {@code from} to before {@code to} is, or -1. */
  static int indexOf(byte[] bytes, int from, int to) {
    int index = from;
    for (; index <= to - Long.BYTES; index += Long.BYTES) {
      // A byte is zero where the word has a line feed; the lowest zero byte keeps its high bit.
      long word = (long) WORDS.get(bytes, index) ^ FEEDS;
      long hits = (word - LOW_BITS) & ~word & HIGH_BITS;
      if (hits != 0) {
        return index + (Long.numberOfTrailingZeros(hits) >>> 3);
      }
    }
    for (; index < to; index++) {
      if (bytes[index] == '\n') {
        return index;
      }
    }
    return -1;
  }
}
