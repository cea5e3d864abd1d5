package io.github.gateweir.sigma.match;

/**
 * A network of addresses. IPv4 is as IPv6 maps it (::ffff:0:0/96), so that both forms are one.
 *
 * @param address its first address
 * @param prefix how many bits belong to the network, of 128
 * @param text as the rule or list writes it
 */
public record Network(Address address, int prefix, String text) {

  private static final int V6_BITS = 128;
  private static final int V4_BITS = 32;

  /**
   * Reads a network such as {@code 10.0.0.0/8}; an address alone is the network of itself.
   *
   * @throws IllegalArgumentException with a sentence that says what is wrong and what to write
   */
  public static Network parse(String text) {
    int slash = text.indexOf('/');
    Address address = Address.parse(slash < 0 ? text : text.substring(0, slash));
    if (address == null) {
      throw new IllegalArgumentException(
          "\"%s\" is no network: write one like 10.0.0.0/8 or 2001:db8::/32.".formatted(text));
    }
    boolean v4 = text.indexOf(':') < 0;
    int bits = v4 ? V4_BITS : V6_BITS;
    int prefix = (slash < 0 ? bits : prefix(text, slash, bits)) + V6_BITS - bits;
    Address first = address.masked(prefix);
    if (!first.equals(address)) {
      throw new IllegalArgumentException(
          "\"%s\" has bits behind its prefix: write %s%s."
              .formatted(text, first, text.substring(slash)));
    }
    return new Network(address, prefix, text);
  }

  private static int prefix(String text, int slash, int bits) {
    String digits = text.substring(slash + 1);
    if (!digits.matches("\\d{1,3}") || Integer.parseInt(digits) > bits) {
      throw new IllegalArgumentException(
          "\"%s\" is no network: behind the slash belongs a number from 0 to %d."
              .formatted(text, bits));
    }
    return Integer.parseInt(digits);
  }

  /** Whether the address is in the network. */
  public boolean contains(Address other) {
    return other.masked(prefix).equals(address);
  }
}
