package io.github.gateweir.generate;

import java.util.Locale;

/**
 * What a connection goes to, as pieces of JSON that are ready to be copied.
 *
 * @param serverName the SNI, empty when there is none
 * @param address the {@code DestinationIP} fields
 * @param ipv6 whether the address is an IPv6 address
 * @param port the destination port
 * @param carrier transport and protocol
 * @param topic its applications and categories
 */
record Destination(
    String serverName, byte[] address, boolean ipv6, int port, Carrier carrier, Topic topic) {

  static Destination of(
      String serverName, Address address, int port, Carrier carrier, Topic topic) {
    return new Destination(
        serverName,
        address.fields("Destination"),
        address.ip().indexOf(':') >= 0,
        port,
        carrier,
        topic);
  }

  /** The same destination by another transport and protocol. */
  Destination over(Carrier other) {
    return new Destination(serverName, address, ipv6, port, other, topic);
  }

  /** The same destination with another name. */
  Destination named(String otherName) {
    return new Destination(otherName, address, ipv6, port, carrier, topic);
  }

  Destination inCapitals() {
    return named(serverName.toUpperCase(Locale.ROOT));
  }
}
