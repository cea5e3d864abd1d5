package io.github.gateweir.sink.elasticsearch;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long Elasticsearch has kept documents waiting. The log tells of it at most once a minute, and
 * when it is over. Reading the time is safe on any thread.
 */
final class Waiting {

  private static final Logger LOG = LoggerFactory.getLogger(Waiting.class);
  private static final long NOBODY = Long.MIN_VALUE;
  private static final long QUIET_MILLIS = 60_000;

  private final String stream;
  private volatile long since = NOBODY;
  private long failingSince = NOBODY;
  private long told = NOBODY;
  private boolean tellTheEnd;

  Waiting(String stream) {
    this.stream = stream;
  }

  /** A request goes out. */
  void sent(long now) {
    if (since == NOBODY) {
      since = now;
    }
  }

  /** Documents were taken or refused. */
  void acknowledged(long now, boolean othersWait) {
    since = othersWait ? now : NOBODY;
    if (tellTheEnd) {
      LOG.info("Elasticsearch takes {} again, after {} s.", stream, seconds(failingSince, now));
      tellTheEnd = false;
    }
    failingSince = NOBODY;
  }

  /** A request did not succeed and will be repeated. */
  void failed(long now, String why) {
    if (failingSince == NOBODY) {
      failingSince = now;
    }
    if (told == NOBODY || now - told >= QUIET_MILLIS) {
      told = now;
      tellTheEnd = true;
      LOG.warn(
          "Elasticsearch has not taken all {} for {} s ({}); they wait and are sent again.",
          stream,
          seconds(failingSince, now),
          why);
    }
  }

  /** Seconds since something was acknowledged while documents wait for it; 0 if none waits. */
  long seconds(long now) {
    long from = since;
    return from == NOBODY ? 0 : seconds(from, now);
  }

  private static long seconds(long from, long to) {
    return Math.max(0, (to - from) / 1000);
  }
}
