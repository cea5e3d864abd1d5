package io.github.gateweir.generate;

/** What the records of a session, or of a group of sessions that act together, do. */
interface Script {

  /** The next connection. */
  Act next(Dice dice);

  /** How long after it the one after comes, in nanoseconds. */
  long pause(Dice dice);

  /** Whether every record is a session of its own. */
  default boolean sessionPerRecord() {
    return false;
  }
}
