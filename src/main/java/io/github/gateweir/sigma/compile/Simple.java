package io.github.gateweir.sigma.compile;

import io.github.gateweir.sigma.match.Fold;
import io.github.gateweir.sigma.match.Form;
import io.github.gateweir.sigma.match.ValueTest;
import io.github.gateweir.sigma.match.ValueTest.Part;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pattern that is no more than one literal, with at most a {@code *} at either end.
 *
 * @param form how the literal lies in a text
 * @param literal as it is written
 */
record Simple(Form form, String literal, boolean cased) {

  /** The pattern in this form; null when it is more than that. */
  static @Nullable Simple of(ValueTest.Matches matches) {
    List<Part> parts = matches.parts();
    int size = parts.size();
    if (size == 0) {
      return new Simple(Form.EQUALS, "", matches.cased());
    }
    boolean open = size > 1 && parts.get(0) instanceof Part.Any;
    boolean openEnded = size > 1 && parts.get(size - 1) instanceof Part.Any;
    int literals = size - (open ? 1 : 0) - (openEnded ? 1 : 0);
    if (literals != 1 || !(parts.get(open ? 1 : 0) instanceof Part.Literal literal)) {
      return null;
    }
    return new Simple(form(open, openEnded), literal.text(), matches.cased());
  }

  private static Form form(boolean open, boolean openEnded) {
    if (open) {
      return openEnded ? Form.CONTAINS : Form.ENDS_WITH;
    }
    return openEnded ? Form.STARTS_WITH : Form.EQUALS;
  }

  /** The literal as it is compared. */
  String comparable() {
    return cased ? literal : Fold.fold(literal);
  }
}
