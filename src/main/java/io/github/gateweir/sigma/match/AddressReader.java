package io.github.gateweir.sigma.match;

/**
 * Reads IP addresses from text and asks no name server: IPv4 as four decimal numbers without
 * leading zeros, IPv6 as RFC 4291 writes it, without a zone. It is read into again and again, so it
 * belongs to one thread.
 */
public final class AddressReader {

  private static final int GROUPS = 8;
  private static final int LONGEST = 45;
  private static final long MAPPED = 0xFFFF_0000_0000L;

  private final int[] groups = new int[GROUPS];
  private long high;
  private long low;

  /** Reads an address; false if the text is none. */
  public boolean read(String text) {
    if (text.length() < 2 || text.length() > LONGEST) {
      return false;
    }
    long v4 = readV4(text, 0);
    if (v4 >= 0) {
      high = 0;
      low = MAPPED | v4;
      return true;
    }
    if (!readV6(text)) {
      return false;
    }
    high = joined(0);
    low = joined(GROUPS / 2);
    return true;
  }

  /** The first 64 bits of the address read last; IPv4 is as IPv6 maps it. */
  public long high() {
    return high;
  }

  /** The other 64 bits. */
  public long low() {
    return low;
  }

  private long joined(int first) {
    long bits = 0;
    for (int i = first; i < first + GROUPS / 2; i++) {
      bits = (bits << 16) | groups[i];
    }
    return bits;
  }

  /** The address from there to the end, or -1. */
  private static long readV4(String text, int from) {
    long address = 0;
    int octets = 0;
    int value = -1;
    for (int i = from; i <= text.length(); i++) {
      int c = i < text.length() ? text.charAt(i) : '.';
      if (c == '.') {
        if (value < 0 || octets == 4) {
          return -1;
        }
        address = (address << 8) | value;
        octets++;
        value = -1;
      } else if (c < '0' || c > '9' || value == 0) {
        return -1;
      } else {
        value = value < 0 ? c - '0' : value * 10 + c - '0';
        if (value > 255) {
          return -1;
        }
      }
    }
    return octets == 4 ? address : -1;
  }

  private boolean readV6(String text) {
    int length = text.length();
    boolean begins = text.charAt(0) == ':';
    if (begins && text.charAt(1) != ':') {
      return false;
    }
    int count = 0;
    int gap = begins ? 0 : -1;
    int i = begins ? 2 : 0;
    while (i < length) {
      int end = groupEnd(text, i);
      if (end < length && text.charAt(end) == '.') {
        return readEmbedded(text, i, count) && close(count + 2, gap);
      }
      if (end == i || end - i > 4 || count == GROUPS) {
        return false;
      }
      groups[count++] = Integer.parseInt(text, i, end, 16);
      if (end == length) {
        return close(count, gap);
      }
      if (text.charAt(end) != ':' || end + 1 == length) {
        return false;
      }
      i = end + 1;
      if (text.charAt(i) == ':') {
        if (gap >= 0) {
          return false;
        }
        gap = count;
        i++;
      }
    }
    return gap >= 0 && close(count, gap);
  }

  private boolean readEmbedded(String text, int from, int count) {
    long v4 = count > GROUPS - 2 ? -1 : readV4(text, from);
    if (v4 < 0) {
      return false;
    }
    groups[count] = (int) (v4 >>> 16);
    groups[count + 1] = (int) (v4 & 0xFFFF);
    return true;
  }

  /** Moves the groups behind the gap to the end. */
  private boolean close(int count, int gap) {
    if (gap < 0 || count == GROUPS) {
      return gap < 0 && count == GROUPS;
    }
    int tail = count - gap;
    System.arraycopy(groups, gap, groups, GROUPS - tail, tail);
    for (int i = gap; i < GROUPS - tail; i++) {
      groups[i] = 0;
    }
    return true;
  }

  private static int groupEnd(String text, int from) {
    int i = from;
    while (i < text.length() && isHex(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isHex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }
}
