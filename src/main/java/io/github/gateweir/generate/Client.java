package io.github.gateweir.generate;

import org.jspecify.annotations.Nullable;

/**
 * Who makes a connection: a device with its user and its addresses, as pieces of JSON that are
 * ready to be copied.
 *
 * @param identity from {@code DeviceID} to {@code Email}
 * @param registration from {@code ProxyEndpoint} to {@code RegistrationID}
 * @param source the {@code SourceIP} fields
 * @param sourceIpv6 the {@code SourceIP} fields of its IPv6 connections; null when it has none
 * @param internal the {@code SourceInternalIP} field
 * @param user the {@code UserID} field and the virtual network
 */
record Client(
    byte[] identity,
    byte[] registration,
    byte[] source,
    byte @Nullable [] sourceIpv6,
    byte[] internal,
    byte[] user) {

  boolean hasIpv6() {
    return sourceIpv6 != null;
  }

  /** The source fields that go with a destination of that kind of address. */
  byte[] source(boolean ipv6) {
    return ipv6 && sourceIpv6 != null ? sourceIpv6 : source;
  }
}
