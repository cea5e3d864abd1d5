package io.github.gateweir.sigma.compile;

import io.github.gateweir.sigma.match.AddressReader;
import io.github.gateweir.sigma.match.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Many networks. Their bounds cut all addresses into ranges, each of which lies in the same
 * networks from its first address to its last; an address finds its range by bisection.
 */
final class NetworkTable {

  private static final int[] NONE = {};

  private record Address(long high, long low) implements Comparable<Address> {

    @Override
    public int compareTo(Address other) {
      int byHigh = Long.compareUnsigned(high, other.high);
      return byHigh == 0 ? Long.compareUnsigned(low, other.low) : byHigh;
    }
  }

  private final long[] highs;
  private final long[] lows;
  private final int[][] networks;

  NetworkTable(List<Network> all) {
    TreeSet<Address> bounds = new TreeSet<>();
    for (Network network : all) {
      bounds.add(new Address(network.high(), network.low()));
      long low = network.lastLow() + 1;
      long high = network.lastHigh() + (low == 0 ? 1 : 0);
      if (high != 0 || low != 0) {
        bounds.add(new Address(high, low));
      }
    }
    highs = bounds.stream().mapToLong(Address::high).toArray();
    lows = bounds.stream().mapToLong(Address::low).toArray();
    networks = inRanges(all);
  }

  /** Sweeps over the ranges; networks never overlap but by lying in one another. */
  private int[][] inRanges(List<Network> all) {
    List<Integer> byStart =
        new ArrayList<>(
            IntStream.range(0, all.size())
                .boxed()
                .sorted(Comparator.comparing(i -> first(all.get(i))))
                .toList());
    List<Integer> open = new ArrayList<>();
    int[][] ranges = new int[highs.length][];
    int next = 0;
    for (int i = 0; i < highs.length; i++) {
      long high = highs[i];
      long low = lows[i];
      open.removeIf(network -> !all.get(network).contains(high, low));
      while (next < byStart.size() && all.get(byStart.get(next)).contains(high, low)) {
        open.add(byStart.get(next++));
      }
      ranges[i] = open.stream().mapToInt(Integer::intValue).toArray();
      Arrays.sort(ranges[i]);
    }
    return ranges;
  }

  private static Address first(Network network) {
    return new Address(network.high(), network.low());
  }

  /** The places in the list of the networks in which the address lies. */
  int[] find(AddressReader address) {
    int from = 0;
    int to = highs.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (isBefore(address, middle)) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return from == 0 ? NONE : networks[from - 1];
  }

  private boolean isBefore(AddressReader address, int range) {
    int byHigh = Long.compareUnsigned(address.high(), highs[range]);
    return byHigh < 0 || (byHigh == 0 && Long.compareUnsigned(address.low(), lows[range]) < 0);
  }
}
