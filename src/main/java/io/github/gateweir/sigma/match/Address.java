package io.github.gateweir.sigma.match;

import org.jspecify.annotations.Nullable;

/**
 * An address, IPv4 as IPv6 maps it.
 *
 * @param high the first 64 bits
 * @param low the other 64
 */
public record Address(long high, long low) {

  private static final long MAPPED = 0xFFFF_0000_0000L;
  private static final int GROUPS = 8;
  private static final int LONGEST = 45;

  /** The address that a text spells, without a zone; null when it spells none. */
  public static @Nullable Address parse(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return null;
    }
    if (text.indexOf(':') < 0) {
      long v4 = v4(text, 0);
      return v4 < 0 ? null : new Address(0, MAPPED | v4);
    }
    return v6(text);
  }

  /** Four numbers up to 255 without leading zeros; -1 when that is not what it is. */
  private static long v4(String text, int from) {
    long address = 0;
    int at = from;
    for (int part = 0; part < 4; part++) {
      if (part > 0 && (at >= text.length() || text.charAt(at++) != '.')) {
        return -1;
      }
      int start = at;
      int number = 0;
      while (at < text.length() && at - start < 3 && isDigit(text.charAt(at))) {
        number = number * 10 + text.charAt(at++) - '0';
      }
      boolean leadingZero = at - start > 1 && text.charAt(start) == '0';
      if (at == start || leadingZero || number > 255) {
        return -1;
      }
      address = address << 8 | number;
    }
    return at == text.length() ? address : -1;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static @Nullable Address v6(String text) {
    int gap = text.indexOf("::");
    if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
      return null;
    }
    if (gap < 0) {
      int[] all = groups(text);
      return all == null || all.length != GROUPS ? null : of(all, new int[0]);
    }
    int[] head = groups(text.substring(0, gap));
    int[] tail = groups(text.substring(gap + 2));
    return head == null || tail == null || head.length + tail.length >= GROUPS
        ? null
        : of(head, tail);
  }

  private static Address of(int[] head, int[] tail) {
    int[] all = new int[GROUPS];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(tail, 0, all, GROUPS - tail.length, tail.length);
    return new Address(half(all, 0), half(all, GROUPS / 2));
  }

  private static long half(int[] groups, int from) {
    long half = 0;
    for (int i = from; i < from + GROUPS / 2; i++) {
      half = half << 16 | groups[i];
    }
    return half;
  }

  /** Groups of up to four hexadecimal digits, of which the last two may be an IPv4 address. */
  private static int @Nullable [] groups(String text) {
    if (text.isEmpty()) {
      return new int[0];
    }
    String[] parts = text.split(":", -1);
    boolean endsInV4 = parts[parts.length - 1].indexOf('.') >= 0;
    int[] groups = new int[parts.length + (endsInV4 ? 1 : 0)];
    for (int i = 0; i < parts.length - (endsInV4 ? 1 : 0); i++) {
      groups[i] = group(parts[i]);
      if (groups[i] < 0) {
        return null;
      }
    }
    if (endsInV4) {
      long v4 = v4(parts[parts.length - 1], 0);
      if (v4 < 0) {
        return null;
      }
      groups[parts.length - 1] = (int) (v4 >> 16);
      groups[parts.length] = (int) (v4 & 0xFFFF);
    }
    return groups;
  }

  private static int group(String digits) {
    if (digits.isEmpty() || digits.length() > 4) {
      return -1;
    }
    int group = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = Character.digit(digits.charAt(i), 16);
      if (digit < 0 || digits.charAt(i) > 'f') {
        return -1;
      }
      group = group << 4 | digit;
    }
    return group;
  }

  boolean isV4() {
    return high == 0 && low >>> 32 == 0xFFFF;
  }

  /** The first address of the network of that many bits that it is in. */
  public Address masked(int prefix) {
    long highMask = prefix >= 64 ? -1L : prefix == 0 ? 0 : -1L << (64 - prefix);
    long lowMask = prefix <= 64 ? 0 : -1L << (128 - prefix);
    return new Address(high & highMask, low & lowMask);
  }

  /** As it is commonly written, IPv4 with dots. */
  @Override
  public String toString() {
    if (isV4()) {
      return "%d.%d.%d.%d"
          .formatted(low >> 24 & 0xFF, low >> 16 & 0xFF, low >> 8 & 0xFF, low & 0xFF);
    }
    StringBuilder text = new StringBuilder();
    for (int shift = 48; shift >= 0; shift -= 16) {
      text.append(Long.toHexString(high >>> shift & 0xFFFF)).append(':');
    }
    for (int shift = 48; shift >= 0; shift -= 16) {
      text.append(Long.toHexString(low >>> shift & 0xFFFF)).append(shift == 0 ? "" : ":");
    }
    return text.toString();
  }
}
