package io.github.gateweir.sigma.compile;

/** All of the conditions. */
record AllCondition(Condition[] all, int cost) implements Condition {

  @Override
  public boolean holds(Reading<?> reading) {
    for (Condition condition : all) {
      if (!condition.holds(reading)) {
        return false;
      }
    }
    return true;
  }
}
