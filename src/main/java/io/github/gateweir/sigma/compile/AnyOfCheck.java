package io.github.gateweir.sigma.compile;

import java.util.List;

/** The scalar passes any of the tests. */
record AnyOfCheck(List<ScalarCheck> tests) implements ScalarCheck {

  @Override
  public int cost() {
    return tests.stream().mapToInt(ScalarCheck::cost).sum();
  }

  @Override
  public boolean passes(Scalar scalar) {
    for (ScalarCheck test : tests) {
      if (test.passes(scalar)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String entry(Scalar passed) {
    return tests.stream()
        .filter(test -> test.passes(passed))
        .findFirst()
        .map(test -> test.entry(passed))
        .orElse("");
  }
}
