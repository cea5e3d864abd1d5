package io.github.gateweir.sigma.compile;

/** A compiled test of a scalar. It keeps nothing of what it tested, so threads share it. */
interface ScalarCheck {

  /** What a scalar must do to pass, dearer tests having greater numbers. */
  int cost();

  boolean passes(Scalar scalar);

  /** The pattern, number or list entry which made a scalar pass. */
  String entry(Scalar passed);
}
