package io.github.gateweir.generate;

/** A network that names are hosted in. A name always has the same address. */
enum Hosting {
  CLOUDFLARE("104.16.0.0", 1 << 17, 400, "2606:4700::6810:", "US"),
  FASTLY("151.101.0.0", 1 << 16, 200, "2a04:4e42:200::", "US"),
  CLOUDFRONT("18.64.0.0", 1 << 17, 800, "2600:9000:2490::", "US"),
  AKAMAI("23.48.0.0", 1 << 18, 600, "2a02:26f0:3500::", "NL"),
  GOOGLE("142.250.0.0", 1 << 15, 300, "2a00:1450:4001::", "US"),
  MICROSOFT("13.107.128.0", 1 << 14, 200, "2620:1ec:c11::", "US"),
  APPLE("17.253.0.0", 1 << 14, 150, "2620:149:a44::", "US"),
  FRANKFURT("3.120.0.0", 1 << 17, 1 << 17, "", "DE"),
  IRELAND("52.48.0.0", 1 << 17, 1 << 17, "", "IE"),
  GRAVELINES("91.121.0.0", 1 << 15, 1 << 15, "", "FR"),
  FALKENSTEIN("88.198.0.0", 1 << 15, 1 << 15, "", "DE"),
  TOKYO("52.192.0.0", 1 << 17, 1 << 17, "", "JP");

  private final int base;
  private final int size;
  private final int pool;
  private final String ipv6Prefix;
  private final String country;

  /** {@code pool}: over how many addresses names spread; in a CDN many names share few. */
  Hosting(String base, int size, int pool, String ipv6Prefix, String country) {
    this.base = ipv4(base);
    this.size = size;
    this.pool = pool;
    this.ipv6Prefix = ipv6Prefix;
    this.country = country;
  }

  /** The network that a name is hosted in. */
  static Hosting of(String name) {
    return values()[(int) Long.remainderUnsigned(Dice.hash(name) >>> 8, values().length)];
  }

  /** The name's address. */
  Address address(String name) {
    return new Address(dotted(base + slot(name) * (size / pool)), country);
  }

  boolean hasIpv6() {
    return !ipv6Prefix.isEmpty();
  }

  /** The name's IPv6 address, in a network that has them. */
  Address ipv6Address(String name) {
    return new Address(ipv6Prefix + Integer.toHexString(slot(name) + 1), country);
  }

  private int slot(String name) {
    return (int) Long.remainderUnsigned(Dice.hash(name), pool);
  }

  private static String dotted(int address) {
    return (address >>> 24)
        + "."
        + ((address >>> 16) & 255)
        + "."
        + ((address >>> 8) & 255)
        + "."
        + (address & 255);
  }

  private static int ipv4(String text) {
    int number = 0;
    for (String octet : text.split("\\.", -1)) {
      number = (number << 8) | Integer.parseInt(octet);
    }
    return number;
  }
}
