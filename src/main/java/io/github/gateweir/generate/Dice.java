package io.github.gateweir.generate;

/**
 * Random numbers that are the same on every JDK and platform (SplitMix64 by Steele, Lea and Flood),
 * which the JDK's own generators do not promise for their bounded draws.
 */
final class Dice {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  Dice(long seed) {
    this.state = seed;
  }

  /** Dice of its own for a part of the work, so that one part's draws do not move another's. */
  Dice fork() {
    return new Dice(next());
  }

  long next() {
    state += GOLDEN;
    return mix(state);
  }

  /** A number from 0 to {@code bound} - 1. */
  int below(int bound) {
    return (int) (((next() >>> 33) * bound) >>> 31);
  }

  /** A number from 0 to {@code bound} - 1. */
  long below(long bound) {
    return Long.remainderUnsigned(next(), bound);
  }

  /** A number from {@code low} to {@code high}, both included. */
  int between(int low, int high) {
    return low + below(high - low + 1);
  }

  boolean chance(double probability) {
    return unit() < probability;
  }

  /** A number from 0 to just under 1. */
  double unit() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  /** A waiting time: exponentially distributed. */
  double exponential(double mean) {
    return -mean * StrictMath.log(1 - unit());
  }

  <T> T pick(T[] choices) {
    return choices[below(choices.length)];
  }

  /** Spreads the bits of a number over all 64. */
  static long mix(long number) {
    long mixed = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  /** A number that belongs to a text. */
  static long hash(String text) {
    long hash = text.length();
    for (int i = 0; i < text.length(); i++) {
      hash = mix(hash * 31 + text.charAt(i) + GOLDEN);
    }
    return hash;
  }
}
