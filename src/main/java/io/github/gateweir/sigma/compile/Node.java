package io.github.gateweir.sigma.compile;

/** A condition, compiled. */
@FunctionalInterface
interface Node {

  /** Whether the event meets it. */
  boolean test(EventView<?> event);
}
