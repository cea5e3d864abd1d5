package io.github.gateweir.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Draws without putting back: what is drawn is random in its order and exact in its numbers, and
 * the numbers may be in the billions.
 */
final class Urn<T> {
  private final List<T> kinds = new ArrayList<>();
  private final long[] left;
  private long total;

  Urn(Map<T, Long> counts) {
    left = new long[counts.size()];
    // The commonest first, because a draw walks the kinds until it has found its own.
    counts.entrySet().stream()
        .sorted((a, b) -> Long.compare(b.getValue(), a.getValue()))
        .forEach(this::put);
  }

  private void put(Map.Entry<T, Long> count) {
    left[kinds.size()] = count.getValue();
    total += count.getValue();
    kinds.add(count.getKey());
  }

  /** How many are left. */
  long size() {
    return total;
  }

  /** Draws one of those left. */
  T draw(Dice dice) {
    long place = dice.below(total);
    int kind = 0;
    while (place >= left[kind]) {
      place -= left[kind];
      kind++;
    }
    left[kind]--;
    total--;
    return kinds.get(kind);
  }
}
