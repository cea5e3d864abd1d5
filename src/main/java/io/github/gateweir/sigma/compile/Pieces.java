package io.github.gateweir.sigma.compile;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * A small piece of each literal, as bits by hash, which fit into the fastest cache: a text that has
 * none of the pieces contains none of the literals.
 */
final class Pieces {

  private static final int LENGTH = 3;
  private static final int BITS = 16;
  private static final int SHIFT = 5;
  private static final int SPREAD = 0x9E3779B1;

  private final long[] bits = new long[1 << (BITS - 6)];

  /** Whether there are literals of one character, or two, which are pieces as a whole. */
  private final boolean singles;

  private final boolean pairs;

  Pieces(Collection<String> literals) {
    singles = literals.stream().anyMatch(literal -> literal.length() == 1);
    pairs = literals.stream().anyMatch(literal -> literal.length() == 2);
    Map<String, Integer> counts = new HashMap<>();
    for (String literal : literals) {
      for (int i = 0; i + LENGTH <= literal.length(); i++) {
        counts.merge(literal.substring(i, i + LENGTH), 1, Integer::sum);
      }
    }
    literals.forEach(literal -> add(rarest(literal, counts)));
  }

  /** Pieces that many literals have, such as "com", are likely in texts too. */
  private static String rarest(String literal, Map<String, Integer> counts) {
    String best = literal.substring(0, Math.min(LENGTH, literal.length()));
    for (int i = 1; i + LENGTH <= literal.length(); i++) {
      String piece = literal.substring(i, i + LENGTH);
      if (counts.getOrDefault(piece, 0) < counts.getOrDefault(best, 0)) {
        best = piece;
      }
    }
    return best;
  }

  private void add(String piece) {
    int bit = 0;
    for (int i = 0; i < piece.length(); i++) {
      bit = (bit << SHIFT) ^ piece.charAt(i);
    }
    bit = spread(bit);
    bits[bit >>> 6] |= 1L << bit;
  }

  private static int spread(int piece) {
    return (piece * SPREAD) >>> (Integer.SIZE - BITS);
  }

  private boolean has(int piece) {
    int bit = spread(piece);
    return (bits[bit >>> 6] & 1L << bit) != 0;
  }

  boolean mayBeIn(String text) {
    int before = 0;
    int last = 0;
    for (int i = 0; i < text.length(); i++) {
      int c = text.charAt(i);
      int pair = (last << SHIFT) ^ c;
      if ((i > 1 && has((before << SHIFT) ^ c))
          || (pairs && i > 0 && has(pair))
          || (singles && has(c))) {
        return true;
      }
      before = pair;
      last = c;
    }
    return false;
  }
}
