package io.github.gateweir.sigma.compile;

import io.github.gateweir.sigma.match.Folding;
import io.github.gateweir.sigma.match.Form;

/**
 * The text is, or begins with, ends with, contains a literal.
 *
 * @param literal folded, unless cased
 * @param entry as the rule has it
 */
record LiteralCheck(TextLiteral literal, boolean cased, String entry) implements ScalarCheck {

  static LiteralCheck of(Form form, String text, boolean cased, String entry) {
    return new LiteralCheck(new TextLiteral(form, cased ? text : Folding.fold(text)), cased, entry);
  }

  @Override
  public int cost() {
    return literal.form() == Form.CONTAINS ? 3 : 1;
  }

  @Override
  public boolean passes(Scalar scalar) {
    return literal.liesIn(scalar.text(cased));
  }

  @Override
  public String entry(Scalar passed) {
    return entry;
  }
}
