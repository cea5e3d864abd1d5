package io.github.gateweir.generate;

import java.util.HashSet;
import java.util.Set;

/** A session that is under way: only these are held in memory. */
final class Session {
  private static final int FIRST_PORT = 49_152;
  private static final int PORTS = 65_536 - FIRST_PORT;
  private static final int DISTINCT_LONG_NAMES = 3;
  private static final int LONG_NAMES = 50;

  private final Script script;
  private final SessionIds ids;
  private final long delay;
  private final int firstPort;
  private long due;
  private long left;
  private long done;
  private String id;
  private final Set<String> distinctLongNames = new HashSet<>();
  private int longNames;
  private boolean alerted;

  /**
   * @param opening when its first record is written, in nanoseconds since the start
   * @param delay how much earlier than they are written its records happened, in nanoseconds
   * @param records how many records it has
   */
  Session(Script script, SessionIds ids, long opening, long delay, long records, Dice dice) {
    this.script = script;
    this.ids = ids;
    this.due = opening;
    this.delay = delay;
    this.left = records;
    this.firstPort = dice.below(PORTS);
    this.id = ids.next();
  }

  /** When its next record is written, in nanoseconds since the start. */
  long due() {
    return due;
  }

  /** When its next record happens, in nanoseconds since the start. */
  long time() {
    return due - delay;
  }

  String id() {
    return id;
  }

  /** A source port that no record near it in the session has, which keeps lines distinct. */
  int sourcePort() {
    return FIRST_PORT + (int) ((firstPort + done) % PORTS);
  }

  Act next(Dice dice) {
    Act act = script.next(dice);
    if (!act.expectation().isLongName() || !reachesThreshold(act.destination().serverName())) {
      return act;
    }
    return new Act(
        act.client(), act.destination(), act.verdict(), act.expectation().withSessionAlert());
  }

  /** Goes on to the next record, if there is one. */
  boolean advance(Dice dice) {
    left--;
    done++;
    if (left == 0) {
      return false;
    }
    due += script.pause(dice);
    if (script.sessionPerRecord()) {
      id = ids.next();
      distinctLongNames.clear();
      longNames = 0;
    }
    return true;
  }

  private boolean reachesThreshold(String longName) {
    if (alerted) {
      return false;
    }
    longNames++;
    distinctLongNames.add(longName);
    alerted = distinctLongNames.size() >= DISTINCT_LONG_NAMES || longNames >= LONG_NAMES;
    return alerted;
  }
}
