package io.github.gateweir.sigma.compile;

import com.google.re2j.Pattern;

/** A regular expression is found in the text. */
record RegexCheck(Pattern pattern) implements ScalarCheck {

  @Override
  public int cost() {
    return 100;
  }

  @Override
  public boolean passes(Scalar scalar) {
    return pattern.matcher(scalar.text()).find();
  }

  @Override
  public String entry(Scalar passed) {
    return pattern.pattern();
  }
}
