package io.github.gateweir.sigma.compile;

import io.github.gateweir.sigma.match.Decimals;
import io.github.gateweir.sigma.match.ValueCheck.Comparison;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The number, or the one that the text spells, compares so.
 *
 * @param comparison null for equality
 */
record NumberCheck(@Nullable Comparison comparison, BigDecimal number) implements ScalarCheck {

  @Override
  public int cost() {
    return 2;
  }

  @Override
  public boolean passes(Scalar scalar) {
    BigDecimal other = scalar.number();
    return other != null && passes(other.compareTo(number));
  }

  private boolean passes(int order) {
    if (comparison == null) {
      return order == 0;
    }
    return switch (comparison) {
      case LT -> order < 0;
      case LTE -> order <= 0;
      case GT -> order > 0;
      case GTE -> order >= 0;
    };
  }

  @Override
  public String entry(Scalar passed) {
    String text = Decimals.text(number);
    return comparison == null ? text : Wording.sign(comparison) + " " + text;
  }
}
