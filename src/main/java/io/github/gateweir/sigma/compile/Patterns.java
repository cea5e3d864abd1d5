package io.github.gateweir.sigma.compile;

import io.github.gateweir.sigma.match.Form;
import io.github.gateweir.sigma.match.ValueCheck.Matches;
import io.github.gateweir.sigma.match.ValueCheck.Part;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What patterns are: a single literal with a form, or more; and how rules write them. */
final class Patterns {

  private Patterns() {}

  /** The pattern as a literal that lies in the text; null when it is more than that. */
  static @Nullable TextLiteral literal(Matches pattern) {
    List<Part> parts = withoutDoubles(pattern.parts());
    if (parts.isEmpty()) {
      return new TextLiteral(Form.EQUALS, "");
    }
    int last = parts.size() - 1;
    boolean opensFront = parts.get(0) instanceof Part.Any;
    boolean opensBack = last > 0 && parts.get(last) instanceof Part.Any;
    int from = opensFront ? 1 : 0;
    int to = opensBack ? last : parts.size();
    return to - from == 1 && parts.get(from) instanceof Part.Literal literal
        ? new TextLiteral(form(opensFront, opensBack), literal.text())
        : null;
  }

  /** How the first or last literal of a pattern lies in the text. */
  static Form form(boolean opensFront, boolean opensBack) {
    if (opensFront) {
      return opensBack ? Form.CONTAINS : Form.ENDS_WITH;
    }
    return opensBack ? Form.STARTS_WITH : Form.EQUALS;
  }

  private static List<Part> withoutDoubles(List<Part> parts) {
    List<Part> distinct = new ArrayList<>();
    for (Part part : parts) {
      boolean again = part instanceof Part.Any && !distinct.isEmpty() && isAny(distinct);
      if (!again) {
        distinct.add(part);
      }
    }
    return distinct;
  }

  private static boolean isAny(List<Part> parts) {
    return parts.get(parts.size() - 1) instanceof Part.Any;
  }

  /** The pattern as a rule writes it; of alternatives such as dashes, the first. */
  static String spell(Matches pattern) {
    StringBuilder spelled = new StringBuilder();
    for (Part part : pattern.parts()) {
      if (part instanceof Part.Literal literal) {
        spelled.append(literal.text().replaceAll("[*?\\\\]", "\\\\$0"));
      } else if (part instanceof Part.OneOf any) {
        spelled.appendCodePoint(any.codePoints().codePointAt(0));
      } else {
        spelled.append(part instanceof Part.Any ? '*' : '?');
      }
    }
    return spelled.toString();
  }
}
