package io.github.gateweir.session;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * How many records there were. A record that was delivered twice counts once, as long as there are
 * at most 256 different ones; beyond that every delivery counts.
 */
final class RecordCount {

  static final int MOST = 256;

  private long[] ids = new long[1];
  private int distinct;
  private long deliveries;
  private boolean exact = true;

  void add(long id) {
    deliveries++;
    if (exact) {
      remember(id);
    }
  }

  void addAll(RecordCount other) {
    deliveries += other.deliveries;
    if (!other.exact) {
      forget();
    }
    for (int i = 0; i < other.distinct && exact; i++) {
      remember(other.ids[i]);
    }
  }

  private void remember(long id) {
    int found = Arrays.binarySearch(ids, 0, distinct, id);
    if (found >= 0) {
      return;
    }
    if (distinct == MOST) {
      forget();
      return;
    }
    int at = -found - 1;
    if (distinct == ids.length) {
      ids = Arrays.copyOf(ids, Math.min(MOST, 2 * distinct));
    }
    System.arraycopy(ids, at, ids, at + 1, distinct - at);
    ids[at] = id;
    distinct++;
  }

  private void forget() {
    exact = false;
    distinct = 0;
    ids = new long[0];
  }

  long count() {
    return exact ? distinct : deliveries;
  }

  /** Whether records that were delivered twice count once. */
  boolean exact() {
    return exact;
  }

  void write(DataOutputStream out) throws IOException {
    Texts.writeNumber(out, deliveries);
    out.writeBoolean(exact);
    if (exact) {
      Texts.writeNumber(out, distinct);
      for (int i = 0; i < distinct; i++) {
        out.writeLong(ids[i]);
      }
    }
  }

  static RecordCount read(DataInputStream in) throws IOException {
    RecordCount read = new RecordCount();
    read.deliveries = Texts.readNumber(in);
    if (in.readBoolean()) {
      read.distinct = Math.toIntExact(Texts.readNumber(in));
      read.ids = new long[Math.max(1, read.distinct)];
      for (int i = 0; i < read.distinct; i++) {
        read.ids[i] = in.readLong();
      }
    } else {
      read.forget();
    }
    return read;
  }
}
