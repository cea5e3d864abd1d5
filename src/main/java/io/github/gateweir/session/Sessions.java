package io.github.gateweir.session;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The open sessions of one SessionID: disjoint intervals in the order of time. A record joins every
 * interval that it is near to, and so may join two. No record closes an interval; the watermark
 * does.
 *
 * <p>The form that is stored begins with its version, so that later ones can still read it.
 */
public final class Sessions {

  /** There is no timer. */
  public static final long NO_TIMER = Long.MIN_VALUE;

  private static final int VERSION = 1;

  private final Limits limits;
  private final List<Interval> intervals = new ArrayList<>(1);
  private long timer = NO_TIMER;
  private boolean alerted;

  /** No session yet. */
  public Sessions(Limits limits) {
    this.limits = limits;
  }

  /** Adds a record that is in time; returns what is known of its session with it. */
  public Session add(SessionRecord record) {
    long time = record.epochNanos();
    int at = firstThatTakes(time);
    if (at < 0) {
      Interval alone = Interval.of(record);
      intervals.add(insertionPoint(time), alone);
      return new Session(record.sessionId(), alone);
    }
    Interval interval = intervals.get(at);
    interval.add(record);
    joinNext(at);
    return new Session(record.sessionId(), interval);
  }

  private int firstThatTakes(long time) {
    for (int i = 0; i < intervals.size(); i++) {
      Interval interval = intervals.get(i);
      boolean fits = limits.fits(Math.min(interval.first(), time), Math.max(interval.last(), time));
      if (limits.isNear(interval, time) && fits) {
        return i;
      }
    }
    return -1;
  }

  /** Joins the next interval when the record has closed the gap to it. */
  private void joinNext(int at) {
    if (at + 1 < intervals.size()) {
      Interval interval = intervals.get(at);
      Interval next = intervals.get(at + 1);
      if (limits.isNear(next, interval.last()) && limits.fits(interval.first(), next.last())) {
        interval.addAll(next);
        intervals.remove(at + 1);
      }
    }
  }

  private int insertionPoint(long time) {
    int at = 0;
    while (at < intervals.size() && intervals.get(at).first() <= time) {
      at++;
    }
    return at;
  }

  /** Takes out the sessions that are over at this watermark, in the order of time. */
  public List<Session> close(String sessionId, long watermark) {
    List<Session> closed = new ArrayList<>();
    for (Iterator<Interval> all = intervals.iterator(); all.hasNext(); ) {
      Interval interval = all.next();
      if (limits.closesAt(interval) <= watermark) {
        closed.add(new Session(sessionId, interval));
        all.remove();
      }
    }
    return closed;
  }

  /** Whether no session is open. */
  public boolean isEmpty() {
    return intervals.isEmpty();
  }

  /** The watermark, in milliseconds, that closes the next session. */
  public long nextClose() {
    return intervals.stream().mapToLong(limits::closesAt).min().orElse(NO_TIMER);
  }

  /** The time of the timer that will look at these sessions, or {@link #NO_TIMER}. */
  public long timer() {
    return timer;
  }

  /** Remembers the timer. */
  public void setTimer(long time) {
    timer = time;
  }

  /** Whether the alert on long domains was given for this SessionID. */
  public boolean alerted() {
    return alerted;
  }

  /** Remembers that it was given. */
  public void setAlerted() {
    alerted = true;
  }

  /** The stored form. */
  public byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeLong(timer);
      out.writeBoolean(alerted);
      Texts.writeNumber(out, intervals.size());
      for (Interval interval : intervals) {
        interval.write(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads the stored form.
   *
   * @throws IllegalArgumentException for one that a later release has written
   */
  public static Sessions fromBytes(byte[] bytes, Limits limits) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int version = in.readByte();
      if (version != VERSION) {
        throw new IllegalArgumentException(
            "The state of a session has version %d, and this release reads version %d: start the"
                    .formatted(version, VERSION)
                + " release that wrote the savepoint, or a later one.");
      }
      Sessions read = new Sessions(limits);
      read.timer = in.readLong();
      read.alerted = in.readBoolean();
      long size = Texts.readNumber(in);
      for (long i = 0; i < size; i++) {
        read.intervals.add(Interval.read(in));
      }
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
