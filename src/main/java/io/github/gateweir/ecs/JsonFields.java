package io.github.gateweir.ecs;

import io.github.gateweir.gateway.TextBuffer;

/**
 * Appends JSON members one after the other. Every member ends with a comma; closing an object turns
 * the last comma into a brace, or takes the object away if it has no members.
 */
final class JsonFields {

  private static final byte[] QUOTE_COMMA = TextBuffer.padded("\",");

  private final TextBuffer out = new TextBuffer(8 * 1024);

  /** The text so far. */
  TextBuffer out() {
    return out;
  }

  /** Appends constant JSON text made by {@link TextBuffer#padded}. */
  void constant(byte[] padded) {
    out.appendPadded(padded);
  }

  /** Opens an object; the prefix is its name and brace. Returns what {@link #close} wants. */
  int open(byte[] prefix) {
    int start = out.length();
    out.appendPadded(prefix);
    return start;
  }

  /** Closes the object that {@code open} began. */
  void close(int start, byte[] prefix) {
    if (out.length() == start + prefix.length - TextBuffer.PADDING) {
      out.truncate(start);
    } else {
      out.bytes()[out.length() - 1] = '}';
      out.append(',');
    }
  }

  /** Appends a string member; the prefix is {@code "name":"}. */
  void string(byte[] prefix, EcsEvent event, int slot) {
    int from = event.start(slot);
    int to = event.end(slot);
    if (to > from) {
      out.appendPadded(prefix);
      piece(event, slot, from, to);
      out.appendPadded(QUOTE_COMMA);
    }
  }

  /** Appends a member whose value is JSON text already; the prefix is {@code "name":}. */
  void json(byte[] prefix, EcsEvent event, int slot) {
    int from = event.start(slot);
    int to = event.end(slot);
    if (to > from) {
      out.appendPadded(prefix);
      out.append(event.text(), from, to);
      out.append(',');
    }
  }

  /** Appends an array of strings; the prefix is {@code "name":[}. */
  void strings(byte[] prefix, EcsEvent event, int[] slots, int count) {
    if (count == 0) {
      return;
    }
    out.appendPadded(prefix);
    for (int i = 0; i < count; i++) {
      out.append('"');
      piece(event, slots[i], event.start(slots[i]), event.end(slots[i]));
      out.appendPadded(QUOTE_COMMA);
    }
    out.bytes()[out.length() - 1] = ']';
    out.append(',');
  }

  /** Appends a value inside a string. */
  void piece(EcsEvent event, int slot, int from, int to) {
    if (event.isEscaped(slot)) {
      JsonText.appendEscaped(out, event.text(), from, to);
    } else {
      out.append(event.text(), from, to);
    }
  }
}
