package io.github.gateweir.sigma.compile;

/** Any scalar passes. */
record PresentTest() implements ScalarTest {

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
