package io.github.gateweir.generate;

/** Connections without a server name: servers of the private network, time, name servers. */
final class Services {
  private static final Address PUBLIC_DNS = new Address("1.1.1.1", "US");
  private static final Address TIME = new Address("162.159.200.123", "US");
  private static final int PRIVATE_SERVERS = 40;

  private Services() {}

  static Destination draw(Dice dice) {
    return switch (dice.below(6)) {
      case 0 -> of(TIME, 123, Carrier.UDP);
      case 1 -> of(PUBLIC_DNS, 53, Carrier.UDP);
      case 2 -> of(privateServer(dice), 22, Carrier.SSH);
      case 3 -> of(privateServer(dice), 3389, Carrier.TCP);
      case 4 -> of(privateServer(dice), 445, Carrier.TCP);
      default -> of(privateServer(dice), 80, Carrier.HTTP);
    };
  }

  private static Destination of(Address address, int port, Carrier carrier) {
    return Destination.of("", address, port, carrier, Topic.NONE);
  }

  private static Address privateServer(Dice dice) {
    return new Address("10.20.0." + (10 + dice.below(PRIVATE_SERVERS)), "");
  }
}
