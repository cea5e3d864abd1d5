package io.github.gateweir.sigma.compile;

/** Any of the conditions. */
record AnyCondition(Condition[] any, int cost) implements Condition {

  @Override
  public boolean holds(Reading<?> reading) {
    for (Condition condition : any) {
      if (condition.holds(reading)) {
        return true;
      }
    }
    return false;
  }
}
