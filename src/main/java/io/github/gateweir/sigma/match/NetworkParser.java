package io.github.gateweir.sigma.match;

import com.google.common.net.InetAddresses;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.regex.Pattern;

/** Reads networks. */
final class NetworkParser {

  private static final int BITS = 128;
  private static final int V4_BITS = 32;
  private static final Pattern PREFIX = Pattern.compile("[0-9]{1,3}");

  private NetworkParser() {}

  static Network parse(String text) {
    int slash = text.indexOf('/');
    AddressReader address = new AddressReader();
    if (!address.read(slash < 0 ? text : text.substring(0, slash))) {
      throw refused(text, "is no network; write an address and a prefix length, as in 10.0.0.0/8");
    }
    boolean v6 = text.indexOf(':') >= 0;
    int bits = v6 ? BITS : V4_BITS;
    int prefix = BITS - bits + (slash < 0 ? bits : prefix(text, slash + 1, bits));
    Network network = new Network(address.high(), address.low(), prefix, text);
    long high = network.high() & Network.highMask(prefix);
    long low = network.low() & Network.lowMask(prefix);
    if (high != network.high() || low != network.low()) {
      throw refused(text, "has bits set behind its prefix; write " + spell(high, low, prefix, v6));
    }
    return network;
  }

  private static int prefix(String text, int from, int bits) {
    String digits = text.substring(from);
    if (!PREFIX.matcher(digits).matches() || Integer.parseInt(digits) > bits) {
      throw refused(
          text,
          "needs a number from 0 to %d behind the slash: how many bits it has".formatted(bits));
    }
    return Integer.parseInt(digits);
  }

  private static String spell(long high, long low, int prefix, boolean v6) {
    byte[] bytes = ByteBuffer.allocate(BITS / Byte.SIZE).putLong(high).putLong(low).array();
    try {
      InetAddress address = InetAddress.getByAddress(bytes);
      String spelled = InetAddresses.toAddrString(address);
      boolean mapped = address instanceof Inet4Address;
      return v6
          ? (mapped ? "::ffff:" : "") + spelled + "/" + prefix
          : spelled + "/" + (prefix - BITS + V4_BITS);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("Sixteen bytes are an address.", e);
    }
  }

  private static IllegalArgumentException refused(String text, String what) {
    return new IllegalArgumentException("The network \"%s\" %s.".formatted(text, what));
  }
}
