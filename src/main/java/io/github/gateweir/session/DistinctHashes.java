package io.github.gateweir.session;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * How many distinct values there were, in bounded room: the 64 smallest of their hashes. Up to 64
 * values that is exact; beyond it their number is estimated from how densely the hashes lie (k
 * minimum values). The result does not depend on the order in which values came.
 */
final class DistinctHashes {

  static final int MOST = 64;

  private long[] hashes = new long[2];
  private int size;
  private boolean truncated;

  /**
   * Adds a hash, not negative. Those behind it move up, and the 65th falls out.
   *
   * @return where it was put in; -1 if it was there already or is too large
   */
  int add(long hash) {
    int found = Arrays.binarySearch(hashes, 0, size, hash);
    if (found >= 0) {
      return -1;
    }
    int at = -found - 1;
    if (size == MOST) {
      truncated = true;
      if (at == MOST) {
        return -1;
      }
      size--;
    } else if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, Math.min(MOST, 2 * size));
    }
    System.arraycopy(hashes, at, hashes, at + 1, size - at);
    hashes[at] = hash;
    size++;
    return at;
  }

  /** Takes over that others were truncated. */
  void truncatedLike(DistinctHashes other) {
    truncated |= other.truncated;
  }

  void addAll(DistinctHashes other) {
    for (int i = 0; i < other.size; i++) {
      add(other.hashes[i]);
    }
    truncatedLike(other);
  }

  int size() {
    return size;
  }

  long get(int index) {
    return hashes[index];
  }

  /** Whether there were more than are kept, so that the count is an estimate. */
  boolean truncated() {
    return truncated;
  }

  /** How many distinct values there were. */
  long count() {
    if (!truncated) {
      return size;
    }
    double density = (double) hashes[MOST - 1] / Long.MAX_VALUE;
    return Math.round((MOST - 1) / density);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeByte(truncated ? -size : size);
    for (int i = 0; i < size; i++) {
      out.writeLong(hashes[i]);
    }
  }

  static DistinctHashes read(DataInputStream in) throws IOException {
    DistinctHashes read = new DistinctHashes();
    int size = in.readByte();
    read.truncated = size < 0;
    read.size = Math.abs(size);
    read.hashes = new long[Math.max(2, read.size)];
    for (int i = 0; i < read.size; i++) {
      read.hashes[i] = in.readLong();
    }
    return read;
  }
}
