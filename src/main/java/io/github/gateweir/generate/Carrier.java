package io.github.gateweir.generate;

import java.util.Locale;

/** What a connection runs over: a transport, and the protocol that Gateway detects in it. */
enum Carrier {
  TLS("tcp", "tls"),
  HTTP("tcp", "http"),
  SSH("tcp", "ssh"),
  TCP("tcp", ""),
  QUIC("quic", "quic"),
  UDP("udp", "");

  final String transport;
  final String detectedProtocol;

  Carrier(String transport, String detectedProtocol) {
    this.transport =
        "\"Transport\":\"" + transport + "\",\"TransportProtocol\":\"" + transport + "\"";
    this.detectedProtocol = "\"DetectedProtocol\":\"" + detectedProtocol + "\"";
  }

  static Carrier named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
