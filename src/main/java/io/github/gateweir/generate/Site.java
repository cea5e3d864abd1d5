package io.github.gateweir.generate;

/**
 * A place where devices leave for the internet: an office with one address for all, or a home.
 *
 * @param code the start of the names of its devices
 * @param address the IPv4 address that the internet sees
 * @param ipv6Prefix of its IPv6 address
 */
record Site(String code, Address address, String ipv6Prefix) {

  Address ipv6Address() {
    return new Address(ipv6Prefix + "1", address.country());
  }
}
