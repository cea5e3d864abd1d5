package io.github.gateweir.sigma.compile;

import io.github.gateweir.sigma.match.AddressReader;
import io.github.gateweir.sigma.match.Network;
import java.util.List;

/** The text is an address in one of the networks. */
record NetworksCheck(NetworkTable table, List<Network> networks) implements ScalarCheck {

  private static final int[] NONE = {};

  static NetworksCheck of(List<Network> networks) {
    return new NetworksCheck(new NetworkTable(networks), networks);
  }

  @Override
  public int cost() {
    return 3;
  }

  @Override
  public boolean passes(Scalar scalar) {
    return find(scalar).length > 0;
  }

  private int[] find(Scalar scalar) {
    AddressReader address = scalar.address();
    return address == null ? NONE : table.find(address);
  }

  @Override
  public String entry(Scalar passed) {
    return networks.get(find(passed)[0]).text();
  }
}
