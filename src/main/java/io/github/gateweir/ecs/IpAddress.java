package io.github.gateweir.ecs;

import io.github.gateweir.gateway.TextBuffer;

/**
 * An IP address read from text: IPv4 as four decimal numbers without leading zeros, IPv6 as RFC
 * 4291 writes it, without a zone. It is read into again and again, so nobody keeps it.
 */
final class IpAddress {

  private static final int GROUPS = 8;

  private final int[] groups = new int[GROUPS];
  private boolean v4;

  /** Reads an address; false if the text is none. */
  boolean read(byte[] text, int from, int to) {
    java.util.Arrays.fill(groups, 0);
    v4 = readV4(text, from, to);
    if (v4) {
      groups[5] = 0xFFFF;
      return true;
    }
    return readV6(text, from, to);
  }

  /** Whether it is an IPv4 address, also one that is written as IPv6 (::ffff:192.0.2.1). */
  boolean isV4() {
    return v4 || isMapped();
  }

  /** Whether the text was IPv6. */
  boolean isWrittenAsV6() {
    return !v4;
  }

  private boolean isMapped() {
    return groups[5] == 0xFFFF && (groups[0] | groups[1] | groups[2] | groups[3] | groups[4]) == 0;
  }

  /** RFC 1918, 100.64.0.0/10, 169.254.0.0/16; fe80::/10, fc00::/7. */
  boolean isPrivate() {
    if (!isV4()) {
      return (groups[0] & 0xFE00) == 0xFC00 || (groups[0] & 0xFFC0) == 0xFE80;
    }
    int first = groups[6] >>> 8;
    return first == 10
        || (first == 172 && (groups[6] & 0xF0) == 0x10)
        || groups[6] == 0xC0A8
        || (first == 100 && (groups[6] & 0xC0) == 0x40)
        || groups[6] == 0xA9FE;
  }

  /** Writes the address into {@code out}: 4 bytes for IPv4, 16 for IPv6; returns how many. */
  int bytes(byte[] out) {
    int first = isV4() ? 6 : 0;
    for (int group = first; group < GROUPS; group++) {
      out[2 * (group - first)] = (byte) (groups[group] >>> 8);
      out[2 * (group - first) + 1] = (byte) groups[group];
    }
    return 2 * (GROUPS - first);
  }

  private boolean readV4(byte[] text, int from, int to) {
    int part = 0;
    int value = -1;
    int octets = 0;
    for (int i = from; i <= to; i++) {
      int b = i < to ? text[i] : '.';
      if (b == '.') {
        if (value < 0 || octets == 4) {
          return false;
        }
        part = (part << 8) | value;
        octets++;
        value = -1;
      } else if (b < '0' || b > '9' || value == 0) {
        return false;
      } else {
        value = value < 0 ? b - '0' : value * 10 + b - '0';
        if (value > 255) {
          return false;
        }
      }
    }
    groups[6] = part >>> 16;
    groups[7] = part & 0xFFFF;
    return octets == 4;
  }

  private boolean readV6(byte[] text, int from, int to) {
    int count = 0;
    int gap = -1;
    int i = from;
    if (to - from >= 2 && text[from] == ':' && text[from + 1] == ':') {
      gap = 0;
      i = from + 2;
    }
    while (i < to) {
      int end = groupEnd(text, i, to);
      if (end < to && text[end] == '.') {
        return count <= GROUPS - 2 && readEmbedded(text, i, to, count) && close(count + 2, gap);
      }
      if (end == i || end - i > 4 || count == GROUPS) {
        return false;
      }
      groups[count++] = hex(text, i, end);
      if (end == to) {
        return close(count, gap);
      }
      if (text[end] != ':' || end + 1 == to) {
        return false;
      }
      i = end + 1;
      if (text[i] == ':') {
        if (gap >= 0) {
          return false;
        }
        gap = count;
        i++;
      }
    }
    return gap >= 0 && close(count, gap);
  }

  private boolean readEmbedded(byte[] text, int from, int to, int count) {
    int sixth = groups[6];
    int seventh = groups[7];
    if (!readV4(text, from, to)) {
      return false;
    }
    int high = groups[6];
    int low = groups[7];
    groups[6] = sixth;
    groups[7] = seventh;
    groups[count] = high;
    groups[count + 1] = low;
    return true;
  }

  /** Moves the groups behind the gap to the end. */
  private boolean close(int count, int gap) {
    if (gap < 0) {
      return count == GROUPS;
    }
    if (count == GROUPS) {
      return false;
    }
    int tail = count - gap;
    for (int i = 1; i <= tail; i++) {
      groups[GROUPS - i] = groups[count - i];
    }
    for (int i = gap; i < GROUPS - tail; i++) {
      groups[i] = 0;
    }
    return true;
  }

  private static int groupEnd(byte[] text, int from, int to) {
    int i = from;
    while (i < to && Character.digit((char) (text[i] & 0xFF), 16) >= 0 && text[i] > 0) {
      i++;
    }
    return i;
  }

  private static int hex(byte[] text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      value = (value << 4) | Character.digit((char) text[i], 16);
    }
    return value;
  }

  /** Appends the address in canonical text (RFC 5952). */
  void appendCanonical(TextBuffer out) {
    if (v4) {
      appendV4(out);
      return;
    }
    if (isMapped()) {
      out.append("::ffff:");
      appendV4(out);
      return;
    }
    int gap = longestGap();
    int gapEnd = gap < 0 ? -1 : gapEnd(gap);
    for (int i = 0; i < GROUPS; i++) {
      if (i == gap) {
        out.append(':');
        out.append(':');
        i = gapEnd - 1;
      } else {
        if (i > 0 && i != gapEnd) {
          out.append(':');
        }
        out.append(Integer.toHexString(groups[i]));
      }
    }
  }

  private void appendV4(TextBuffer out) {
    out.appendNumber(groups[6] >>> 8, 1);
    out.append('.');
    out.appendNumber(groups[6] & 0xFF, 1);
    out.append('.');
    out.appendNumber(groups[7] >>> 8, 1);
    out.append('.');
    out.appendNumber(groups[7] & 0xFF, 1);
  }

  /** Where the first of the longest runs of at least two zero groups begins, or -1. */
  private int longestGap() {
    int best = -1;
    int bestLength = 1;
    for (int i = 0; i < GROUPS; i++) {
      int length = gapEnd(i) - i;
      if (length > bestLength) {
        best = i;
        bestLength = length;
      }
    }
    return best;
  }

  private int gapEnd(int from) {
    int i = from;
    while (i < GROUPS && groups[i] == 0) {
      i++;
    }
    return i;
  }
}
