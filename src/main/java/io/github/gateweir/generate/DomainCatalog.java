package io.github.gateweir.generate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The names that an organisation usually contacts, the most visited first: some that everybody
 * knows, and thousands that are made up. They are the same for every seed.
 */
final class DomainCatalog {

  /** How many names there are. */
  static final int SIZE = 20_000;

  private static final double QUIC_SHARE = 0.25;

  static final DomainCatalog INSTANCE = new DomainCatalog();

  private final List<Domain> domains = new ArrayList<>(SIZE);
  private final Weights popularity = Weights.zipf(SIZE);

  private DomainCatalog() {
    for (FamousDomain famous : FamousDomain.values()) {
      domains.add(Domain.of(famous.serverName, famous.hosting, famous.topic));
    }
    Dice dice = new Dice(SIZE);
    for (int i = 0; domains.size() < SIZE; i++) {
      String name = InventedNames.name(i, dice);
      domains.add(Domain.of(name, Hosting.of(name), InventedNames.topic(dice)));
    }
  }

  /** A destination, the popular ones more often; by IPv6 when both sides have it. */
  Destination draw(boolean ipv6, Dice dice) {
    Domain domain = domains.get(popularity.draw(dice));
    Destination destination = ipv6 && domain.ipv6 != null ? domain.ipv6 : domain.ipv4;
    return domain.quic && dice.chance(QUIC_SHARE) ? destination.over(Carrier.QUIC) : destination;
  }

  private record Domain(Destination ipv4, @Nullable Destination ipv6, boolean quic) {

    static Domain of(String name, Hosting hosting, Topic topic) {
      return new Domain(
          Destination.of(name, hosting.address(name), 443, Carrier.TLS, topic),
          hosting.hasIpv6()
              ? Destination.of(name, hosting.ipv6Address(name), 443, Carrier.TLS, topic)
              : null,
          hosting.hasIpv6());
    }
  }
}
