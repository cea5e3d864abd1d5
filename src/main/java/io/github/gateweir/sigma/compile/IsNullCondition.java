package io.github.gateweir.sigma.compile;

/** A field is absent, JSON's null or an empty array. */
record IsNullCondition(int slot) implements Condition {

  @Override
  public int cost() {
    return 0;
  }

  @Override
  public boolean holds(Reading<?> reading) {
    return reading.values(slot).isNull();
  }
}
