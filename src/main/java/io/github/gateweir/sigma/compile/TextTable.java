package io.github.gateweir.sigma.compile;

import io.github.gateweir.sigma.match.Form;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Many literals, of which it finds those that lie in a text in time that depends on the text and
 * the number of finds, not on the number of literals.
 */
final class TextTable {

  /** Told what is found. */
  @FunctionalInterface
  interface Hit {

    /**
     * A literal lies in the text.
     *
     * @param literal its place in the list that the table is made of
     * @return whether to stop
     */
    boolean on(int literal);
  }

  private final Map<String, Integer> equal = new HashMap<>();
  private final AffixTable prefixes;
  private final AffixTable suffixes;
  private final Substrings substrings;
  private final int[] empty;

  /** A table of literals that are all different. */
  TextTable(List<TextLiteral> literals) {
    Map<String, Integer> starts = new HashMap<>();
    Map<String, Integer> ends = new HashMap<>();
    Map<String, Integer> inside = new HashMap<>();
    List<Integer> everywhere = new ArrayList<>();
    for (int i = 0; i < literals.size(); i++) {
      TextLiteral literal = literals.get(i);
      if (literal.text().isEmpty() && literal.form() != Form.EQUALS) {
        everywhere.add(i);
      } else {
        Map<String, Integer> group =
            switch (literal.form()) {
              case EQUALS -> equal;
              case STARTS_WITH -> starts;
              case ENDS_WITH -> ends;
              case CONTAINS -> inside;
            };
        group.put(literal.text(), i);
      }
    }
    prefixes = new AffixTable(starts, false);
    suffixes = new AffixTable(ends, true);
    substrings = new Substrings(inside);
    empty = everywhere.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Gives every literal that lies in the text, until told to stop; true if it was. */
  boolean visit(String text, Hit hit) {
    for (int literal : empty) {
      if (hit.on(literal)) {
        return true;
      }
    }
    Integer same = equal.isEmpty() ? null : equal.get(text);
    return (same != null && hit.on(same))
        || prefixes.visit(text, hit)
        || suffixes.visit(text, hit)
        || substrings.visit(text, hit);
  }

  boolean anyIn(String text) {
    return visit(text, literal -> true);
  }
}
