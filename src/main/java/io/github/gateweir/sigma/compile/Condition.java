package io.github.gateweir.sigma.compile;

/** A compiled node of a condition. Threads share it. */
interface Condition {

  /** How much time it takes, roughly: what comes first in an And or Or is what takes least. */
  int cost();

  boolean holds(Reading<?> reading);
}
