package io.github.gateweir.sigma.rule;

import com.google.common.net.InetAddresses;
import io.github.gateweir.sigma.match.Network;
import io.github.gateweir.sigma.rule.Problem.Code;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/** Reads networks such as {@code 10.0.0.0/8} and {@code 2001:db8::/32}. */
final class Networks {

  private static final int BITS = 128;
  private static final int V4_BITS = 32;
  private static final long MAPPED = 0xFFFF_0000_0000L;

  private Networks() {}

  /** The network; an address without a prefix is a network of its own. */
  static Network parse(String text) throws FragmentException {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    if (address.indexOf('%') >= 0 || !InetAddresses.isInetAddress(address)) {
      throw refused(
          0, text, "is no network: write an address and a prefix length, such as 10.0.0.0/8");
    }
    boolean v6 = address.indexOf(':') >= 0;
    int width = v6 ? BITS : V4_BITS;
    int prefix = slash < 0 ? width : prefix(text, slash + 1, width);
    return network(text, InetAddresses.forString(address), prefix + BITS - width, v6);
  }

  private static int prefix(String text, int from, int width) throws FragmentException {
    String digits = text.substring(from);
    if (!digits.matches("[0-9]{1,3}") || Integer.parseInt(digits) > width) {
      throw refused(
          from, text, "has no prefix length behind the /: write a number from 0 to " + width);
    }
    return Integer.parseInt(digits);
  }

  private static Network network(String text, InetAddress address, int prefix, boolean v6)
      throws FragmentException {
    ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
    boolean v4 = address instanceof Inet4Address;
    long high = v4 ? 0 : bytes.getLong();
    long low = v4 ? MAPPED | Integer.toUnsignedLong(bytes.getInt()) : bytes.getLong();
    long networkHigh = high & mask(prefix);
    long networkLow = low & mask(prefix - Long.SIZE);
    if (networkHigh != high || networkLow != low) {
      throw refused(
          0,
          text,
          "has bits behind its prefix: the network is "
              + (v6 ? v6(networkHigh, networkLow, prefix) : v4(networkLow, prefix)));
    }
    return new Network(high, low, prefix, text);
  }

  /** The first bits of 64 set; none for a negative number of them. */
  private static long mask(int bits) {
    return bits <= 0 ? 0 : -1L << Math.max(0, Long.SIZE - bits);
  }

  private static String v4(long low, int prefix) {
    return InetAddresses.fromInteger((int) low).getHostAddress() + "/" + (prefix - BITS + V4_BITS);
  }

  private static String v6(long high, long low, int prefix) {
    byte[] bytes = ByteBuffer.allocate(BITS / Byte.SIZE).putLong(high).putLong(low).array();
    try {
      InetAddress address = InetAddress.getByAddress(bytes);
      String text = InetAddresses.toAddrString(address);
      return (address instanceof Inet4Address ? "::ffff:" : "") + text + "/" + prefix;
    } catch (UnknownHostException e) {
      throw new IllegalStateException("16 bytes are an address", e);
    }
  }

  private static FragmentException refused(int offset, String text, String what) {
    return new FragmentException(
        offset, Code.VALUE, "%s %s.".formatted(Fragment.of(text), what));
  }
}
