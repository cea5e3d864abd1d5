package io.github.gateweir.generate;

/** Sources outside of the organisation, and its servers that they reach. */
final class Strangers {
  static final Integer[] SCANNED_PORTS = {22, 80, 443, 3389, 5432, 8080, 8443, 9200};

  /** Networks that Censys and the Shadowserver Foundation say they scan from. */
  private static final String[] SCANNER_NETWORKS = {
    "162.142.125.",
    "167.94.138.",
    "167.94.145.",
    "167.94.146.",
    "167.248.133.",
    "199.45.154.",
    "199.45.155.",
    "206.168.34."
  };

  /** Networks of which each is one away from one of the scanners'. */
  private static final String[] BESIDE_SCANNERS = {"162.142.126.", "167.94.139.", "206.168.36."};

  /** Tor directory authorities. */
  private static final String[] RELAYS = {
    "131.188.40.189@DE", "193.23.244.244@DE", "199.58.81.140@CA", "204.13.164.118@US"
  };

  private static final String[] BESIDE_RELAYS = {
    "131.188.40.188@DE", "193.23.244.245@DE", "199.58.81.141@CA", "204.13.164.119@US"
  };

  /** Networks for documentation (RFC 5737) stand for the organisation's own. */
  private static final String[] OWN_NETWORKS = {"192.0.2.", "198.51.100.", "203.0.113."};

  private final ClientFields fields;
  private int scanners;
  private int targets;

  Strangers(ClientFields fields) {
    this.fields = fields;
  }

  /** A scanner; the same one comes again after some two thousand others. */
  Client nextScanner() {
    return client(inTurn(SCANNER_NETWORKS, scanners++));
  }

  /** A server; the same one comes again after some seven hundred others. */
  Address nextTarget() {
    return inTurn(OWN_NETWORKS, targets++);
  }

  Client anyScanner(Dice dice) {
    return client(any(SCANNER_NETWORKS, dice));
  }

  Client besideScanners(Dice dice) {
    return client(any(BESIDE_SCANNERS, dice));
  }

  Address anyTarget(Dice dice) {
    return any(OWN_NETWORKS, dice);
  }

  Client relay(Dice dice) {
    return client(Address.parse(dice.pick(RELAYS)));
  }

  Client besideRelays(Dice dice) {
    return client(Address.parse(dice.pick(BESIDE_RELAYS)));
  }

  private Client client(Address address) {
    return fields.anonymous(address, "");
  }

  private static Address any(String[] networks, Dice dice) {
    return inTurn(networks, dice.below(networks.length * 250));
  }

  private static Address inTurn(String[] networks, int turn) {
    int host = 2 + turn / networks.length % 250;
    return new Address(networks[turn % networks.length] + host, "US");
  }
}
