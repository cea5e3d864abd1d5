package io.github.gateweir.sigma.rule;

import io.github.gateweir.sigma.match.ValueCheck.Part;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads Sigma's values: {@code *} and {@code ?} are wildcards, a backslash before one of them or
 * before a backslash takes its meaning away; before anything else it is a backslash.
 */
final class PatternText {

  private final List<Part> parts = new ArrayList<>();
  private final StringBuilder literal = new StringBuilder();

  private PatternText() {}

  /** The parts of a value; none for an empty one. */
  static List<Part> parse(String text) {
    PatternText pattern = new PatternText();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length() && isSpecial(text.charAt(i + 1))) {
        i++;
        pattern.literal.append(text.charAt(i));
      } else if (c == '*' || c == '?') {
        pattern.wildcard(c == '*' ? new Part.Any() : new Part.One());
      } else {
        pattern.literal.append(c);
      }
    }
    pattern.endLiteral();
    return join(pattern.parts);
  }

  private static boolean isSpecial(char c) {
    return c == '*' || c == '?' || c == '\\';
  }

  private void wildcard(Part part) {
    endLiteral();
    parts.add(part);
  }

  private void endLiteral() {
    if (!literal.isEmpty()) {
      parts.add(new Part.Literal(literal.toString()));
      literal.setLength(0);
    }
  }

  /** A text as it is, without wildcards. */
  static List<Part> literal(String text) {
    return text.isEmpty() ? List.of() : List.of(new Part.Literal(text));
  }

  /** The same parts with adjacent literals and stars as one. */
  static List<Part> join(List<Part> parts) {
    List<Part> joined = new ArrayList<>();
    for (Part part : parts) {
      Part last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (part instanceof Part.Literal next && last instanceof Part.Literal before) {
        joined.set(joined.size() - 1, new Part.Literal(before.text() + next.text()));
      } else if (!(part instanceof Part.Any && last instanceof Part.Any)) {
        joined.add(part);
      }
    }
    return List.copyOf(joined);
  }
}
