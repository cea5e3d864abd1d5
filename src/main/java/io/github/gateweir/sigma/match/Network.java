package io.github.gateweir.sigma.match;

/**
 * A network of addresses. IPv4 is as IPv6 maps it (::ffff:0:0/96), so that both forms are one.
 *
 * @param high the first 64 bits of its first address
 * @param low the other 64
 * @param prefix how many bits belong to the network, of 128
 * @param text as the rule or list writes it
 */
public record Network(long high, long low, int prefix, String text) {

  /**
   * Reads a network such as {@code 10.0.0.0/8}, or a single address.
   *
   * @throws IllegalArgumentException with a sentence, when the text is no network or has bits set
   *     behind its prefix
   */
  public static Network parse(String text) {
    return NetworkParser.parse(text);
  }

  /** Whether the address with these bits lies in it. */
  public boolean contains(long addressHigh, long addressLow) {
    return ((high ^ addressHigh) & highMask(prefix)) == 0
        && ((low ^ addressLow) & lowMask(prefix)) == 0;
  }

  /** The first 64 bits of its last address. */
  public long lastHigh() {
    return high | ~highMask(prefix);
  }

  /** The other 64 bits of its last address. */
  public long lastLow() {
    return low | ~lowMask(prefix);
  }

  static long highMask(int prefix) {
    return mask(prefix);
  }

  static long lowMask(int prefix) {
    return mask(prefix - Long.SIZE);
  }

  private static long mask(int bits) {
    return bits <= 0 ? 0 : -1L << Math.max(0, Long.SIZE - bits);
  }
}
