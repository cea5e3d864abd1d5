package io.github.gateweir.sigma.compile;

/** Any scalar passes. */
record PresentCheck() implements ScalarCheck {

  @Override
  public int cost() {
    return 0;
  }

  @Override
  public boolean passes(Scalar scalar) {
    return true;
  }

  @Override
  public String entry(Scalar passed) {
    return "*";
  }
}
