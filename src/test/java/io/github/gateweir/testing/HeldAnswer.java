package io.github.gateweir.testing;

import java.util.concurrent.CountDownLatch;

/**
 * An answer that is held back until the test releases it. A client that has gone by then does not
 * get it.
 */
public final class HeldAnswer implements HttpAnswer {
  private final CountDownLatch released = new CountDownLatch(1);
  private final HttpAnswer then;

  HeldAnswer(HttpAnswer then) {
    this.then = then;
  }

  /** Lets the answer go: to requests that wait for it now and to those that still come. */
  public void release() {
    released.countDown();
  }

  @Override
  public HttpReply reply(ReceivedRequest request) throws InterruptedException {
    released.await();
    return then.reply(request);
  }
}
