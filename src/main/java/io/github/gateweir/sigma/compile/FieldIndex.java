package io.github.gateweir.sigma.compile;

import io.github.gateweir.sigma.match.AddressReader;
import io.github.gateweir.sigma.match.Network;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules that a value of one field lets match. */
final class FieldIndex {

  private static final int LONG_DIGITS = 19;

  private final int slot;
  private final @Nullable TextTable texts;
  private final int[][] rulesOfTexts;
  private final @Nullable NetworkTable networks;
  private final int[][] rulesOfNetworks;
  private final Map<Object, int[]> rulesOfNumbers = new HashMap<>();

  /**
   * The index of a field.
   *
   * @param rules the rules of each anchor
   */
  FieldIndex(int slot, Map<Anchor, Set<Integer>> rules) {
    this.slot = slot;
    Map<TextLiteral, Set<Integer>> literals = new LinkedHashMap<>();
    Map<Network, Set<Integer>> nets = new LinkedHashMap<>();
    rules.forEach(
        (anchor, some) -> {
          if (anchor instanceof Anchor.OfText text) {
            literals.put(text.literal(), some);
          } else if (anchor instanceof Anchor.OfNetwork network) {
            nets.computeIfAbsent(network.network(), key -> new LinkedHashSet<>()).addAll(some);
          } else if (anchor instanceof Anchor.OfNumber number) {
            rulesOfNumbers.merge(key(number.number()), ints(some), FieldIndex::joined);
          }
        });
    texts = literals.isEmpty() ? null : new TextTable(List.copyOf(literals.keySet()));
    rulesOfTexts = literals.values().stream().map(FieldIndex::ints).toArray(int[][]::new);
    networks = nets.isEmpty() ? null : new NetworkTable(List.copyOf(nets.keySet()));
    rulesOfNetworks = nets.values().stream().map(FieldIndex::ints).toArray(int[][]::new);
  }

  private static int[] ints(Set<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int[] joined(int[] some, int[] more) {
    int[] all = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }

  /** Equal for numbers that are equal; a Long if possible, as most events have them. */
  private static Object key(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    boolean isLong =
        stripped.scale() <= 0
            && (long) stripped.precision() - stripped.scale() <= LONG_DIGITS
            && stripped.toBigInteger().bitLength() < Long.SIZE;
    return isLong ? (Object) stripped.longValue() : stripped;
  }

  int slot() {
    return slot;
  }

  /** Gives the rules of a literal to the candidates. */
  TextTable.Hit hit(Candidates candidates) {
    return literal -> {
      candidates.add(rulesOfTexts[literal]);
      return false;
    };
  }

  /**
   * Adds the rules that a value lets match.
   *
   * @param hit what {@link #hit} gave for these candidates
   */
  void lookUp(Scalar scalar, TextTable.Hit hit, Candidates candidates) {
    if (texts != null) {
      texts.visit(scalar.folded(), hit);
    }
    if (networks != null) {
      lookUp(networks, scalar, candidates);
    }
    if (!rulesOfNumbers.isEmpty()) {
      lookUpNumber(scalar, candidates);
    }
  }

  private void lookUp(NetworkTable table, Scalar scalar, Candidates candidates) {
    AddressReader address = scalar.address();
    if (address != null) {
      for (int network : table.find(address)) {
        candidates.add(rulesOfNetworks[network]);
      }
    }
  }

  private void lookUpNumber(Scalar scalar, Candidates candidates) {
    BigDecimal number = scalar.value() instanceof Long ? null : scalar.number();
    Object key = number == null ? scalar.value() : key(number);
    int[] rules = rulesOfNumbers.get(key);
    if (rules != null) {
      candidates.add(rules);
    }
  }
}
