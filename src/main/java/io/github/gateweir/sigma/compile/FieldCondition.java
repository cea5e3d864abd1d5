package io.github.gateweir.sigma.compile;

/** A value of a field passes a test. */
record FieldCondition(int slot, ScalarCheck test) implements Condition {

  /** All texts of the event are more than one field has. */
  private static final int KEYWORDS_FACTOR = 20;

  @Override
  public int cost() {
    return test.cost() * (slot == Slots.KEYWORDS ? KEYWORDS_FACTOR : 1);
  }

  @Override
  public boolean holds(Reading<?> reading) {
    return reading.values(slot).first(test) != null;
  }
}
