package io.github.gateweir.sigma.compile;

import io.github.gateweir.sigma.match.Fold;
import io.github.gateweir.sigma.match.ValueTest.Part;
import java.util.ArrayList;
import java.util.List;

/**
 * A pattern with wildcards, matched code point by code point. Only the last {@code *} is ever gone
 * back to, so the time is at most the product of the lengths.
 */
final class Wildcards {

  private static final int ANY = -1;
  private static final int ONE = -2;
  private static final int SETS = -3;

  private final int[] pattern;
  private final List<int[]> sets = new ArrayList<>();

  Wildcards(List<Part> parts, boolean cased) {
    List<Integer> all = new ArrayList<>();
    for (Part part : parts) {
      if (part instanceof Part.Literal literal) {
        (cased ? literal.text() : Fold.fold(literal.text())).codePoints().forEach(all::add);
      } else if (part instanceof Part.OneOf oneOf) {
        all.add(SETS - sets.size());
        sets.add((cased ? oneOf.codePoints() : Fold.fold(oneOf.codePoints())).codePoints().toArray());
      } else {
        all.add(part instanceof Part.Any ? ANY : ONE);
      }
    }
    pattern = all.stream().mapToInt(Integer::intValue).toArray();
  }

  boolean matches(String text) {
    int at = 0;
    int in = 0;
    int lastAny = -1;
    int resume = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (in < pattern.length && pattern[in] == ANY) {
        lastAny = in++;
        resume = at;
      } else if (in < pattern.length && takes(pattern[in], c)) {
        in++;
        at += Character.charCount(c);
      } else if (lastAny >= 0) {
        in = lastAny + 1;
        resume += Character.charCount(text.codePointAt(resume));
        at = resume;
      } else {
        return false;
      }
    }
    while (in < pattern.length && pattern[in] == ANY) {
      in++;
    }
    return in == pattern.length;
  }

  private boolean takes(int expected, int c) {
    if (expected > SETS) {
      return expected == ONE || expected == c;
    }
    for (int one : sets.get(SETS - expected)) {
      if (one == c) {
        return true;
      }
    }
    return false;
  }
}
