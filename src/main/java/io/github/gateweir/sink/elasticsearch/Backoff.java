package io.github.gateweir.sink.elasticsearch;

import java.util.Random;

/**
 * How long to wait before an attempt: twice as long each time up to a limit, and within the upper
 * half of that at random, so that subtasks that failed together do not come back together.
 */
final class Backoff {

  private static final int MOST_DOUBLINGS = 30;

  private final long firstMillis;
  private final long maxMillis;
  private final Random random;

  Backoff(long firstMillis, long maxMillis, Random random) {
    this.firstMillis = firstMillis;
    this.maxMillis = maxMillis;
    this.random = random;
  }

  /**
   * The wait in milliseconds.
   *
   * @param failures how many attempts have failed in a row, from 1
   */
  long millis(int failures) {
    long doubled = firstMillis << Math.min(failures - 1, MOST_DOUBLINGS);
    long full = Math.min(doubled, maxMillis);
    return full - (long) (random.nextDouble() * 0.5 * full);
  }
}
