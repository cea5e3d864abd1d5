package io.github.gateweir.ecs;

import static io.github.gateweir.gateway.GatewayField.DESTINATION_IP;
import static io.github.gateweir.gateway.GatewayField.DETECTED_PROTOCOL;
import static io.github.gateweir.gateway.GatewayField.OVERRIDE_IP;
import static io.github.gateweir.gateway.GatewayField.SOURCE_IP;
import static io.github.gateweir.gateway.GatewayField.TRANSPORT;
import static io.github.gateweir.gateway.GatewayField.TRANSPORT_PROTOCOL;

import io.github.gateweir.gateway.GatewayNetworkLog;
import io.github.gateweir.gateway.TextBuffer;
import java.util.Arrays;

/** Derives what follows from addresses, ports and transport. */
final class NetworkDerivation {

  private static final byte[] IPV4 = TextBuffer.padded("ipv4");
  private static final byte[] IPV6 = TextBuffer.padded("ipv6");
  private static final byte[] INTERNAL = TextBuffer.padded("internal");
  private static final byte[] OUTBOUND = TextBuffer.padded("outbound");
  private static final byte[] UDP = TextBuffer.padded("udp");

  private final EcsEventBuilder event;
  private final IpAddress source = new IpAddress();
  private final IpAddress destination = new IpAddress();
  private final IpAddress other = new IpAddress();
  private final CommunityId communityId = new CommunityId();

  NetworkDerivation(EcsEventBuilder event) {
    this.event = event;
  }

  void derive(GatewayNetworkLog log, boolean extended) {
    TextBuffer text = log.text();
    ip(text, log.start(SOURCE_IP), log.end(SOURCE_IP), source, Derived.SOURCE_IP);
    ip(
        text,
        log.start(DESTINATION_IP),
        log.end(DESTINATION_IP),
        destination,
        Derived.DESTINATION_IP);
    event.lowerCase(
        log.has(TRANSPORT_PROTOCOL) ? TRANSPORT_PROTOCOL : TRANSPORT, Derived.TRANSPORT);
    if (extended) {
      ip(text, log.start(OVERRIDE_IP), log.end(OVERRIDE_IP), other, Derived.NAT_IP);
      int from = event.start(Derived.INTERNAL_SOURCE_IP);
      ip(text, from, event.end(Derived.INTERNAL_SOURCE_IP), other, Derived.HOST_IP);
      type();
      direction();
      protocols(log, text);
    }
  }

  private void ip(TextBuffer text, int from, int to, IpAddress address, Derived derived) {
    if (to == from || !address.read(text.bytes(), from, to)) {
      return;
    }
    if (!address.isWrittenAsV6()) {
      event.set(derived, from, to);
      return;
    }
    int start = text.length();
    address.appendCanonical(text);
    if (Arrays.equals(text.bytes(), start, text.length(), text.bytes(), from, to)) {
      text.setLength(start);
      event.set(derived, from, to);
    } else {
      event.setFrom(derived, start);
    }
  }

  private void type() {
    boolean hasDestination = event.has(Derived.DESTINATION_IP);
    if (hasDestination || event.has(Derived.SOURCE_IP)) {
      IpAddress address = hasDestination ? destination : source;
      event.constant(Derived.NETWORK_TYPE, address.isV4() ? IPV4 : IPV6);
    }
  }

  private void direction() {
    if (event.has(Derived.DESTINATION_IP)) {
      event.constant(Derived.DIRECTION, destination.isPrivate() ? INTERNAL : OUTBOUND);
    }
  }

  private void protocols(GatewayNetworkLog log, TextBuffer text) {
    int from = event.start(Derived.TRANSPORT);
    int to = event.end(Derived.TRANSPORT);
    TransportProtocol transport = TransportProtocol.of(text.bytes(), from, to);
    if (transport == TransportProtocol.QUIC) {
      event.constant(Derived.LAYER_4_TRANSPORT, UDP);
      event.set(Derived.PROTOCOL, from, to);
    } else {
      event.sameAs(Derived.TRANSPORT, Derived.LAYER_4_TRANSPORT);
    }
    if (log.has(DETECTED_PROTOCOL)) {
      event.lowerCase(DETECTED_PROTOCOL, Derived.PROTOCOL);
    }
    if (transport != TransportProtocol.OTHER) {
      int start = text.length();
      text.appendNumber(transport.number(), 1);
      event.setFrom(Derived.IANA_NUMBER, start);
      flow(text, transport.number());
    }
  }

  private void flow(TextBuffer text, int protocol) {
    boolean hasPorts =
        protocol == TransportProtocol.TCP.number() || protocol == TransportProtocol.UDP.number();
    if (hasPorts
        && event.has(Derived.SOURCE_IP)
        && event.has(Derived.DESTINATION_IP)
        && event.has(Derived.SOURCE_PORT)
        && event.has(Derived.DESTINATION_PORT)
        && source.isV4() == destination.isV4()) {
      int start = text.length();
      communityId.append(
          text,
          source,
          event.portNumber(Derived.SOURCE_PORT),
          destination,
          event.portNumber(Derived.DESTINATION_PORT),
          protocol);
      event.setFrom(Derived.COMMUNITY_ID, start);
    }
  }
}
