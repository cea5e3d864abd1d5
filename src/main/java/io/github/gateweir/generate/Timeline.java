package io.github.gateweir.generate;

import java.util.Comparator;
import java.util.PriorityQueue;

/** Says whose turn it is: sessions open one after the other, and their records interleave. */
final class Timeline {
  private final SessionFactory factory;
  private final double meanInterval;
  private final PriorityQueue<Session> live =
      new PriorityQueue<>(Comparator.comparingLong(Session::due).thenComparing(Session::id));
  private long nextOpening;

  /** A timeline on which the sessions open over a span of nanoseconds. */
  Timeline(SessionFactory factory, double span) {
    this.factory = factory;
    meanInterval = span / Math.max(1, factory.left());
  }

  /** The session that the next record belongs to; it is off the timeline until put back. */
  Session next(Dice dice) {
    while (factory.left() > 0 && opensFirst()) {
      live.add(factory.open(nextOpening, dice));
      nextOpening += (long) dice.exponential(meanInterval);
    }
    return live.remove();
  }

  void putBack(Session session) {
    live.add(session);
  }

  private boolean opensFirst() {
    Session first = live.peek();
    return first == null || nextOpening <= first.due();
  }
}
