package io.github.gateweir.sigma.compile;

/** A test of a string, number or boolean, compiled. */
@FunctionalInterface
interface ScalarTest {

  /** Whether the value passes. */
  boolean test(Scalar value);

  /** Whether any of several values passes. */
  default boolean testAny(FieldValue value) {
    for (int i = 0; i < value.scalars().size(); i++) {
      if (test(value.scalars().get(i))) {
        return true;
      }
    }
    return false;
  }
}
