package io.github.gateweir.ecs;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The transports that Gateway can log, with IANA's protocol number of the layer-4 protocol. */
enum TransportProtocol {
  TCP("tcp", 6),
  UDP("udp", 17),
  /** Runs over UDP. */
  QUIC("quic", 17),
  ICMP("icmp", 1),
  ICMPV6("icmpv6", 58),
  IPV6_ICMP("ipv6-icmp", 58),
  GRE("gre", 47),
  ESP("esp", 50),
  SCTP("sctp", 132),
  OTHER("", 0);

  private static final TransportProtocol[] ALL = values();
  private static final byte[][] NAMES = new byte[ALL.length][];

  static {
    for (TransportProtocol protocol : ALL) {
      NAMES[protocol.ordinal()] = protocol.ecsName.getBytes(StandardCharsets.US_ASCII);
    }
  }

  private final String ecsName;
  private final int number;

  TransportProtocol(String ecsName, int number) {
    this.ecsName = ecsName;
    this.number = number;
  }

  /** The protocol with this name in lower case, {@link #OTHER} if there is none. */
  static TransportProtocol of(byte[] text, int from, int to) {
    for (TransportProtocol protocol : ALL) {
      byte[] name = NAMES[protocol.ordinal()];
      if (Arrays.equals(name, 0, name.length, text, from, to)) {
        return protocol;
      }
    }
    return OTHER;
  }

  int number() {
    return number;
  }
}
