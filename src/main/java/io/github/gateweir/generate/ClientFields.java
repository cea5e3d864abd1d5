package io.github.gateweir.generate;

import java.util.UUID;

/** Renders the JSON of a {@link Client}; what a client does not have is an empty string. */
final class ClientFields {
  private final String virtualNetwork;

  ClientFields(Dice dice) {
    virtualNetwork = uuid(dice);
  }

  /** A device with the WARP client. */
  Client device(Device device, Dice dice) {
    return new Client(
        identity(device.id(), device.name(), device.email()),
        registration("", uuid(dice)),
        device.site().address().fields("Source"),
        device.ipv6() ? device.site().ipv6Address().fields("Source") : null,
        LineBuffer.utf8("\"SourceInternalIP\":\"" + device.internalIp() + "\""),
        user(device.userId()));
  }

  /** A machine behind a proxy endpoint or a tunnel of the site: nothing is known but an address. */
  Client anonymous(Address address, String proxyEndpoint) {
    return new Client(
        identity("", "", ""),
        registration(proxyEndpoint, ""),
        address.fields("Source"),
        null,
        LineBuffer.utf8("\"SourceInternalIP\":\"\""),
        user(""));
  }

  static String uuid(Dice dice) {
    long high = (dice.next() & 0xFFFFFFFFFFFF0FFFL) | 0x4000L;
    long low = (dice.next() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low).toString();
  }

  private static byte[] identity(String id, String name, String email) {
    return LineBuffer.utf8(
        "\"DeviceID\":\"%s\",\"DeviceName\":\"%s\",\"Email\":\"%s\"".formatted(id, name, email));
  }

  private static byte[] registration(String proxyEndpoint, String id) {
    return LineBuffer.utf8(
        "\"ProxyEndpoint\":\"%s\",\"RegistrationID\":\"%s\"".formatted(proxyEndpoint, id));
  }

  private byte[] user(String userId) {
    return LineBuffer.utf8(
        "\"UserID\":\"%s\",\"VirtualNetworkID\":\"%s\",\"VirtualNetworkName\":\"default\""
            .formatted(userId, virtualNetwork));
  }
}
