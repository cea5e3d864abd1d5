package io.github.gateweir.intel;

import com.google.common.net.InetAddresses;
import java.net.IDN;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value of a list, in the form in which events have it.
 *
 * @param kind what it is
 * @param text a domain in lower case and ASCII, an address in canonical text (RFC 5952), or a
 *     network as address and prefix length
 * @param port the port of the address, 0 for none
 */
record ListValue(Kind kind, String text, int port) {

  /** What a value may be. */
  enum Kind {
    DOMAIN,
    ADDRESS,
    NETWORK
  }

  private static final int LARGEST_PORT = 65_535;
  private static final int LONGEST_DOMAIN = 253;
  private static final Pattern PREFIX_LENGTH = Pattern.compile("\\d{1,3}");
  private static final Pattern LOOKS_LIKE_IPV4 = Pattern.compile("[\\d.]*\\d");
  private static final Pattern WITH_PORT =
      Pattern.compile("(?:\\[([0-9a-fA-F:.]+)]|([\\d.]+)):(\\d{1,6})");
  private static final Pattern LABEL = Pattern.compile("[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?");

  /**
   * Reads a value.
   *
   * @throws IllegalArgumentException if it is none, with a sentence that says why
   */
  static ListValue parse(String value) {
    int slash = value.indexOf('/');
    if (slash >= 0) {
      return network(value, value.substring(0, slash), value.substring(slash + 1));
    }
    Matcher withPort = WITH_PORT.matcher(value);
    if (withPort.matches()) {
      String host = withPort.group(1) == null ? withPort.group(2) : withPort.group(1);
      return new ListValue(Kind.ADDRESS, canonical(host), port(value, withPort.group(3)));
    }
    if (value.indexOf(':') >= 0 || LOOKS_LIKE_IPV4.matcher(value).matches()) {
      return new ListValue(Kind.ADDRESS, canonical(value), 0);
    }
    return new ListValue(Kind.DOMAIN, domain(value), 0);
  }

  private static ListValue network(String value, String host, String length) {
    byte[] address = address(host).getAddress();
    int bits = PREFIX_LENGTH.matcher(length).matches() ? Integer.parseInt(length) : -1;
    if (bits < 0 || bits > 8 * address.length) {
      throw new IllegalArgumentException(
          "'%s' is not a network: behind the slash belongs a number from 0 to %d."
              .formatted(value, 8 * address.length));
    }
    byte[] first = first(address, bits);
    String network = InetAddresses.toAddrString(ofBytes(first)) + "/" + bits;
    if (!Arrays.equals(first, address)) {
      throw new IllegalArgumentException(
          "'%s' has bits set behind its prefix; write the network as %s, or the address alone."
              .formatted(value, network));
    }
    return new ListValue(Kind.NETWORK, network, 0);
  }

  private static byte[] first(byte[] address, int bits) {
    byte[] first = address.clone();
    for (int bit = bits; bit < 8 * first.length; bit++) {
      first[bit / 8] &= (byte) ~(0x80 >>> (bit % 8));
    }
    return first;
  }

  private static InetAddress ofBytes(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (java.net.UnknownHostException e) {
      throw new IllegalStateException("An address has 4 or 16 bytes.", e);
    }
  }

  private static String canonical(String host) {
    return InetAddresses.toAddrString(address(host));
  }

  private static InetAddress address(String host) {
    if (!InetAddresses.isInetAddress(host) || host.indexOf('%') >= 0) {
      throw new IllegalArgumentException("'%s' is not an IP address.".formatted(host));
    }
    return InetAddresses.forString(host);
  }

  private static int port(String value, String digits) {
    int port = Integer.parseInt(digits);
    if (port == 0 || port > LARGEST_PORT) {
      throw new IllegalArgumentException(
          "'%s' has no port from 1 to %d.".formatted(value, LARGEST_PORT));
    }
    return port;
  }

  private static String domain(String value) {
    String ascii = ascii(value.endsWith(".") ? value.substring(0, value.length() - 1) : value);
    boolean labels =
        Arrays.stream(ascii.split("\\.", -1)).allMatch(label -> LABEL.matcher(label).matches());
    if (!labels || ascii.length() > LONGEST_DOMAIN) {
      throw new IllegalArgumentException(
          "'%s' is neither a domain nor an address nor a network; write one value a line, a domain"
                  .formatted(value)
              + " without a dot in front, wildcards or a scheme.");
    }
    return ascii;
  }

  private static String ascii(String domain) {
    if (domain.chars().allMatch(c -> c < 0x80)) {
      return domain.toLowerCase(Locale.ROOT);
    }
    try {
      return IDN.toASCII(domain).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'%s' is not a domain: %s.".formatted(domain, e.getMessage()), e);
    }
  }
}
