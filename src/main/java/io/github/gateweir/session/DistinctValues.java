package io.github.gateweir.session;

import com.google.common.hash.Hashing;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The distinct values of a field and their number, in bounded room: of the 64 values with the
 * smallest hashes those, in the order of their hashes, that have {@value #MOST_CHARACTERS}
 * characters together. Long values beyond that are counted and not kept. Which are kept does not
 * depend on the order in which values came: one more value can only push others out.
 */
final class DistinctValues {

  static final int MOST_CHARACTERS = 4_096;

  private DistinctHashes hashes = new DistinctHashes();

  /** Those that are kept, beside the first hashes. */
  private String[] values = new String[2];

  private int kept;
  private int characters;

  void add(@Nullable String value) {
    if (value != null) {
      add(hash(value), value);
    }
  }

  void addAll(DistinctValues other) {
    for (int i = 0; i < other.kept; i++) {
      add(other.hashes.get(i), other.values[i]);
    }
    for (int i = other.kept; i < other.hashes.size(); i++) {
      addWithoutValue(other.hashes.get(i));
    }
    hashes.truncatedLike(other.hashes);
  }

  private void add(long hash, String value) {
    int at = hashes.add(hash);
    if (at < 0 || at > kept) {
      return;
    }
    if (kept == values.length) {
      values = Arrays.copyOf(values, 2 * values.length);
    }
    System.arraycopy(values, at, values, at + 1, kept - at);
    values[at] = value;
    kept++;
    characters += value.length();
    while (kept > hashes.size() || characters > MOST_CHARACTERS) {
      forgetLast();
    }
  }

  /** There was no room for its value among those before it, so there is none for those behind. */
  private void addWithoutValue(long hash) {
    int at = hashes.add(hash);
    while (at >= 0 && kept > at) {
      forgetLast();
    }
  }

  private void forgetLast() {
    kept--;
    characters -= values[kept].length();
  }

  /** Not negative, so that hashes order as numbers; part of what is stored, so it never changes. */
  static long hash(String value) {
    return Hashing.murmur3_128().hashString(value, StandardCharsets.UTF_8).asLong()
        & Long.MAX_VALUE;
  }

  boolean isEmpty() {
    return hashes.size() == 0;
  }

  /** Whether there were more than are kept. */
  boolean truncated() {
    return hashes.truncated() || kept < hashes.size();
  }

  /** How many distinct values there were: exact up to 64, an estimate beyond. */
  long count() {
    return hashes.count();
  }

  /** The values that are kept, sorted. */
  List<String> values() {
    return Arrays.stream(values, 0, kept).sorted().toList();
  }

  void write(DataOutputStream out) throws IOException {
    hashes.write(out);
    for (int i = 0; i < hashes.size(); i++) {
      Texts.write(out, i < kept ? values[i] : null);
    }
  }

  static DistinctValues read(DataInputStream in) throws IOException {
    DistinctValues read = new DistinctValues();
    read.hashes = DistinctHashes.read(in);
    read.values = new String[Math.max(2, read.hashes.size())];
    for (int i = 0; i < read.hashes.size(); i++) {
      read.keep(Texts.read(in));
    }
    return read;
  }

  private void keep(@Nullable String value) {
    if (value != null) {
      values[kept] = value;
      kept++;
      characters += value.length();
    }
  }
}
