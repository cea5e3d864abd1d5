package io.github.gateweir.generate;

/** Splits a number of records over a number of sessions: one to many each, and exact in sum. */
final class Shares {
  private long records;
  private long sessions;

  Shares(long records, long sessions) {
    this.records = records;
    this.sessions = sessions;
  }

  /** How many records the next session has. */
  long next(Dice dice) {
    long most = records - (sessions - 1);
    double mean = (double) records / sessions;
    long share = sessions == 1 ? records : 1 + (long) dice.exponential(mean - 0.5);
    share = Math.min(share, most);
    records -= share;
    sessions--;
    return share;
  }
}
