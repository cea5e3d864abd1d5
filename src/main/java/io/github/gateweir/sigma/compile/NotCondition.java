package io.github.gateweir.sigma.compile;

/** Not the condition. */
record NotCondition(Condition negated) implements Condition {

  @Override
  public int cost() {
    return negated.cost();
  }

  @Override
  public boolean holds(Reading<?> reading) {
    return !negated.holds(reading);
  }
}
