package io.github.gateweir.generate;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.TimeUnit;

/** Waits, so that lines are not written faster than a rate. */
final class Throttle {
  private static final long SECOND = 1_000_000_000L;

  /** Shorter waits are added up, because a sleep is not that exact. */
  private static final long SHORTEST_WAIT = 2_000_000L;

  private final Rate rate;
  private final RecordOutput output;
  private final long start = System.nanoTime();

  Throttle(Rate rate, RecordOutput output) {
    this.rate = rate;
    this.output = output;
  }

  /** Waits until so many lines may have been written. */
  void await(long lines) throws IOException {
    double due = (double) lines / rate.perSecond() * SECOND;
    long wait = (long) due - (System.nanoTime() - start);
    if (wait < SHORTEST_WAIT) {
      return;
    }
    output.flush();
    try {
      TimeUnit.NANOSECONDS.sleep(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("interrupted").initCause(e);
    }
  }
}
