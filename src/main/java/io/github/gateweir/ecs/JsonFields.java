package io.github.gateweir.ecs;

import io.github.gateweir.gateway.JsonText;
import io.github.gateweir.gateway.TextBuffer;

/**
 * Appends JSON members one after the other. Every member ends with a comma; closing an object turns
 * the last comma into a brace, or takes the object away if it has no members.
 */
final class JsonFields {

  /** More than all names and all short values of one document take. */
  private static final int ALL_SHORT_PIECES = 16 * 1024;

  private final TextBuffer out = new TextBuffer(2 * ALL_SHORT_PIECES);

  /** The text so far. */
  TextBuffer out() {
    return out;
  }

  /** Begins a document. Room for its short pieces is made now and again behind every long one. */
  void begin() {
    out.setLength(0);
    out.reserve(ALL_SHORT_PIECES);
  }

  /** Appends constant JSON text made by {@link TextBuffer#padded}. */
  void constant(byte[] padded) {
    out.appendReserved(padded, 0, padded.length - TextBuffer.PADDING);
  }

  /** Opens an object; the prefix is its name and brace. Returns what {@link #close} wants. */
  int open(byte[] prefix) {
    int start = out.length();
    constant(prefix);
    return start;
  }

  /** Closes the object that {@code open} began. */
  void close(int start, byte[] prefix) {
    if (out.length() == start + prefix.length - TextBuffer.PADDING) {
      out.setLength(start);
    } else {
      out.setLength(out.length() - 1);
      out.appendReserved('}', ',');
    }
  }

  /** Appends a string member; the prefix is {@code "name":"}. */
  void string(byte[] prefix, EcsEvent event, int slot) {
    int from = event.start(slot);
    int to = event.end(slot);
    if (to > from) {
      constant(prefix);
      piece(event, slot, from, to);
      out.appendReserved('"', ',');
    }
  }

  /** Appends a member whose value is JSON text already; the prefix is {@code "name":}. */
  void json(byte[] prefix, EcsEvent event, int slot) {
    int from = event.start(slot);
    int to = event.end(slot);
    if (to > from) {
      constant(prefix);
      plain(event, from, to);
      out.append(',');
    }
  }

  /** Appends an array of strings; the prefix is {@code "name":[}. */
  void strings(byte[] prefix, EcsEvent event, int[] slots, int count) {
    if (count == 0) {
      return;
    }
    constant(prefix);
    for (int i = 0; i < count; i++) {
      out.append('"');
      piece(event, slots[i], event.start(slots[i]), event.end(slots[i]));
      out.appendReserved('"', ',');
    }
    out.setLength(out.length() - 1);
    out.appendReserved(']', ',');
  }

  /** Appends a value inside a string. */
  void piece(EcsEvent event, int slot, int from, int to) {
    if (event.isEscaped(slot)) {
      JsonText.appendEscaped(out, event.text(), from, to);
      out.reserve(ALL_SHORT_PIECES);
    } else {
      plain(event, from, to);
    }
  }

  /** Appends text as it is. */
  void plain(EcsEvent event, int from, int to) {
    if (to - from <= TextBuffer.LONG_PIECE) {
      out.appendReserved(event.text(), from, to);
    } else {
      out.append(event.text(), from, to);
      out.reserve(ALL_SHORT_PIECES);
    }
  }
}
