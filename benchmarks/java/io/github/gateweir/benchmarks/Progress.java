package io.github.gateweir.benchmarks;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** How many records of a stage are still to come, in the one JVM that a benchmark runs in. */
final class Progress {

  private static final AtomicInteger LEFT = new AtomicInteger();
  private static volatile CountDownLatch done = new CountDownLatch(1);

  private Progress() {}

  /** Waits for so many records from now on. */
  static void expect(int records) {
    done = new CountDownLatch(1);
    LEFT.set(records);
  }

  /** One record less. */
  static void count() {
    if (LEFT.decrementAndGet() == 0) {
      done.countDown();
    }
  }

  /** Waits until all have come. */
  static void await() throws InterruptedException {
    if (!done.await(10, TimeUnit.MINUTES)) {
      throw new IllegalStateException(
          "%,d records are missing after 10 minutes".formatted(LEFT.get()));
    }
  }
}
