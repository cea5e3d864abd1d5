package io.github.gateweir.session;

import com.google.common.hash.Hashing;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The distinct values of a field and their number, in bounded room: the 64 values with the smallest
 * hashes.
 */
final class DistinctValues {

  private DistinctHashes hashes = new DistinctHashes();
  private @Nullable String[] values = new String[2];

  void add(@Nullable String value) {
    if (value != null) {
      add(hash(value), value);
    }
  }

  void addAll(DistinctValues other) {
    for (int i = 0; i < other.hashes.size(); i++) {
      add(other.hashes.get(i), Objects.requireNonNull(other.values[i]));
    }
    hashes.truncatedLike(other.hashes);
  }

  private void add(long hash, String value) {
    int moved = hashes.size();
    int at = hashes.add(hash);
    if (at < 0) {
      return;
    }
    if (hashes.size() > values.length) {
      values = Arrays.copyOf(values, Math.min(DistinctHashes.MOST, 2 * values.length));
    }
    int end = Math.min(moved, hashes.size() - 1);
    System.arraycopy(values, at, values, at + 1, end - at);
    values[at] = value;
  }

  /** Not negative, so that hashes order as numbers; part of what is stored, so it never changes. */
  static long hash(String value) {
    return Hashing.murmur3_128().hashString(value, StandardCharsets.UTF_8).asLong()
        & Long.MAX_VALUE;
  }

  boolean isEmpty() {
    return hashes.size() == 0;
  }

  /** Whether there were more than are kept, so that the count is an estimate. */
  boolean truncated() {
    return hashes.truncated();
  }

  /** How many distinct values there were. */
  long count() {
    return hashes.count();
  }

  /** The values that are kept, sorted. */
  List<String> values() {
    return Arrays.stream(values, 0, hashes.size()).map(String.class::cast).sorted().toList();
  }

  void write(DataOutputStream out) throws IOException {
    hashes.write(out);
    for (int i = 0; i < hashes.size(); i++) {
      Texts.write(out, values[i]);
    }
  }

  static DistinctValues read(DataInputStream in) throws IOException {
    DistinctValues read = new DistinctValues();
    read.hashes = DistinctHashes.read(in);
    read.values = new String[Math.max(2, read.hashes.size())];
    for (int i = 0; i < read.hashes.size(); i++) {
      read.values[i] = Texts.read(in);
    }
    return read;
  }
}
