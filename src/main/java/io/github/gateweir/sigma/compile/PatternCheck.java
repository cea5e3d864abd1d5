package io.github.gateweir.sigma.compile;

import io.github.gateweir.sigma.match.ValueCheck.Matches;
import io.github.gateweir.sigma.match.ValueCheck.Part;
import java.util.ArrayList;
import java.util.List;

/**
 * The text is a pattern with wildcards. Between its {@code *} lie segments, which are looked for
 * from left to right; the first is where the text begins, the last where it ends.
 */
record PatternCheck(List<PatternSegment> segments, boolean cased, String entry)
    implements ScalarCheck {

  static PatternCheck of(Matches pattern, String entry) {
    List<PatternSegment> segments = new ArrayList<>();
    List<Part> parts = new ArrayList<>();
    for (Part part : pattern.parts()) {
      if (part instanceof Part.Any) {
        segments.add(PatternSegment.of(parts, pattern.cased()));
        parts.clear();
      } else {
        parts.add(part);
      }
    }
    segments.add(PatternSegment.of(parts, pattern.cased()));
    return new PatternCheck(List.copyOf(segments), pattern.cased(), entry);
  }

  @Override
  public int cost() {
    return 6;
  }

  @Override
  public boolean passes(Scalar scalar) {
    String text = scalar.text(cased);
    int at = segments.get(0).end(text, 0);
    int last = segments.size() - 1;
    if (last == 0) {
      return at == text.length();
    }
    for (int i = 1; i < last && at >= 0; i++) {
      at = segments.get(i).find(text, at);
    }
    return at >= 0 && segments.get(last).isAtEnd(text, at);
  }

  @Override
  public String entry(Scalar passed) {
    return entry;
  }
}
