package io.github.gateweir.sigma.compile;

import io.github.gateweir.sigma.match.Address;
import io.github.gateweir.sigma.match.Network;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Which rules need what an event has in one field. */
final class RuleIndex {

  private static final int[] NONE = {};

  private final Map<String, int[]> wholes = new HashMap<>();
  private final Trie starts = new Trie();
  private final Trie ends = new Trie();
  private final Trie pieces = new Trie();
  private final Map<BigDecimal, int[]> numbers = new HashMap<>();
  private final Map<Integer, Map<Address, int[]>> networks = new TreeMap<>();

  void put(Need.What what, int rule) {
    if (what instanceof Need.Whole whole) {
      put(wholes, whole.text(), rule);
    } else if (what instanceof Need.Start start) {
      starts.put(start.text(), rule);
    } else if (what instanceof Need.End end) {
      ends.put(new StringBuilder(end.text()).reverse().toString(), rule);
    } else if (what instanceof Need.Piece piece) {
      pieces.put(piece.text(), rule);
    } else if (what instanceof Need.Number number) {
      put(numbers, number.number(), rule);
    } else {
      Network network = ((Need.In) what).network();
      put(
          networks.computeIfAbsent(network.prefix(), ignored -> new HashMap<>()),
          network.address(),
          rule);
    }
  }

  private static <T> void put(Map<T, int[]> rules, T key, int rule) {
    int[] had = rules.getOrDefault(key, NONE);
    int[] has = Arrays.copyOf(had, had.length + 1);
    has[had.length] = rule;
    rules.put(key, has);
  }

  /** Makes it ready to find rules; nothing can be put in afterwards. */
  void link() {
    pieces.link();
  }

  /** Finds the rules of which this value meets a need. */
  void find(Scalar value, Trie.Found found) {
    if (!wholes.isEmpty()) {
      give(wholes.getOrDefault(value.folded(), NONE), found);
    }
    if (!starts.isEmpty()) {
      starts.findAtStart(value.folded(), found);
    }
    if (!ends.isEmpty()) {
      ends.findAtEnd(value.folded(), found);
    }
    if (!pieces.isEmpty()) {
      pieces.findAnywhere(value.folded(), found);
    }
    if (!numbers.isEmpty()) {
      BigDecimal number = value.number();
      give(number == null ? NONE : numbers.getOrDefault(number, NONE), found);
    }
    if (!networks.isEmpty()) {
      find(value.address(), found);
    }
  }

  private void find(Address address, Trie.Found found) {
    if (address != null) {
      networks.forEach(
          (prefix, rules) -> give(rules.getOrDefault(address.masked(prefix), NONE), found));
    }
  }

  private static void give(int[] rules, Trie.Found found) {
    for (int rule : rules) {
      found.rule(rule);
    }
  }
}
