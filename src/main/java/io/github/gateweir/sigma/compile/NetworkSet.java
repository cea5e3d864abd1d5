package io.github.gateweir.sigma.compile;

import io.github.gateweir.sigma.match.Address;
import io.github.gateweir.sigma.match.Network;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Many networks: for each length of prefix that occurs, the networks by their first address. */
final class NetworkSet implements ScalarTest {

  private final Map<Integer, Map<Network, Network>> byPrefix = new TreeMap<>();

  NetworkSet(Collection<Network> networks) {
    for (Network network : networks) {
      byPrefix
          .computeIfAbsent(network.prefix(), ignored -> new HashMap<>())
          .putIfAbsent(key(network.address(), network.prefix()), network);
    }
  }

  private static Network key(Address address, int prefix) {
    return new Network(address, prefix, "");
  }

  @Override
  public boolean test(Scalar value) {
    return find(value) != null;
  }

  /** The widest network that the address is in; null when the text is no address or in none. */
  @Nullable Network find(Scalar value) {
    Address address = value.address();
    if (address == null) {
      return null;
    }
    for (Map.Entry<Integer, Map<Network, Network>> networks : byPrefix.entrySet()) {
      int prefix = networks.getKey();
      Network found = networks.getValue().get(key(address.masked(prefix), prefix));
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
