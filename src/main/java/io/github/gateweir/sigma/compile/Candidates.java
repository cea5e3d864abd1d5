package io.github.gateweir.sigma.compile;

/** The rules that could match an event, as one bit each. */
final class Candidates {

  private final long[] always;
  private final long[] bits;

  /**
   * No candidates but those.
   *
   * @param always the rules that could match any event
   */
  Candidates(long[] always) {
    this.always = always;
    bits = always.clone();
  }

  void reset() {
    System.arraycopy(always, 0, bits, 0, bits.length);
  }

  void add(int[] rules) {
    for (int rule : rules) {
      bits[rule >>> 6] |= 1L << rule;
    }
  }

  /** The first candidate from that rule on, or -1. */
  int next(int from) {
    int word = from >>> 6;
    if (word >= bits.length) {
      return -1;
    }
    long rest = bits[word] & -1L << from;
    while (rest == 0) {
      if (++word == bits.length) {
        return -1;
      }
      rest = bits[word];
    }
    return (word << 6) + Long.numberOfTrailingZeros(rest);
  }
}
