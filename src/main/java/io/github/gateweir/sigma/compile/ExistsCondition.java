package io.github.gateweir.sigma.compile;

/** The event has a field. */
record ExistsCondition(int slot) implements Condition {

  @Override
  public int cost() {
    return 0;
  }

  @Override
  public boolean holds(Reading<?> reading) {
    return reading.values(slot).exists();
  }
}
