package io.github.gateweir.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Sessions that the generator does not make, each at a limit: of the gap, of the long domains, of
 * the values that are kept.
 */
final class SessionScripts {
  private static final Duration GAP = Duration.ofMinutes(30);
  private static final String LONG_LABELS = ("x".repeat(40) + ".").repeat(2);

  private final List<TimedLine> lines = new ArrayList<>();

  /**
   * A line of a stream.
   *
   * @param due the event time at which it is written, which may be later than its own
   */
  record TimedLine(Instant due, byte[] bytes) {}

  /** All of the sessions once, named after the number, all beginning at a time. */
  static List<TimedLine> at(Instant start, int number) {
    SessionScripts scripts = new SessionScripts();
    scripts.gapExactlyAtTheLimitAndJustBeyond("gap-" + number, start);
    scripts.recordThatJoinsTwoIntervals("joined-" + number, start);
    scripts.longDomains(number, start);
    scripts.add("one-record-" + number, start, "alone.example", 443);
    scripts.differentUsers("disputed-" + number, start);
    if (number == 0) {
      scripts.moreThanIsKept("large-" + number, start);
      scripts.longerThanIsKept("long-names-" + number, start);
    }
    return scripts.lines;
  }

  private void gapExactlyAtTheLimitAndJustBeyond(String session, Instant start) {
    Instant together = start.plus(GAP);
    Instant apart = together.plus(GAP).plusNanos(1);
    add(session, start, "first.example", 443);
    add(session, together, "second.example", 443);
    add(session, apart, "third.example", 8443);
    add(session, apart.plusNanos(1), "third.example", 8443);
  }

  private void recordThatJoinsTwoIntervals(String session, Instant start) {
    Instant beyondTheGap = start.plus(GAP).plusSeconds(60);
    add(session, start, "first.example", 443);
    add(session, beyondTheGap, "last.example", 443);
    add(session, beyondTheGap.minusSeconds(120), beyondTheGap, "between.example", 80, "a");
  }

  private void longDomains(int number, Instant start) {
    for (int i = 0; i < 50; i++) {
      Instant time = start.plusSeconds(i);
      String host = LONG_LABELS + "two-names-in-turn-" + i % 2 + ".example";
      add("fifty-records-" + number, time, host, 443);
      if (i > 0) {
        add("forty-nine-records-" + number, time, host, 443);
      }
    }
    for (int i = 0; i < 3; i++) {
      Instant time = start.plusSeconds(i);
      String shortest = LONG_LABELS + i + "-96.example";
      add("three-names-" + number, time, shortest + "n".repeat(96 - shortest.length()), 443);
      add("not-long-" + number, time, shortest + "n".repeat(95 - shortest.length()), 443);
      add("ordinary-" + number, time, LONG_LABELS + i + ".distribution.cloudfront.net", 443);
    }
  }

  private void differentUsers(String session, Instant start) {
    add(session, start, start, "same.example", 443, "b");
    add(session, start.plusSeconds(1), start.plusSeconds(1), "same.example", 443, "a");
  }

  private void moreThanIsKept(String session, Instant start) {
    for (int i = 0; i < 300; i++) {
      add(session, start.plusMillis(i), "host-" + i % 100 + ".example", 1000 + i % 64);
    }
  }

  private void longerThanIsKept(String session, Instant start) {
    for (int i = 0; i < 30; i++) {
      add(session, start.plusMillis(i), LONG_LABELS.repeat(2) + i + ".example", 443);
    }
  }

  private void add(String session, Instant time, String host, int port) {
    add(session, time, time, host, port, "a");
  }

  private void add(
      String session, Instant time, Instant due, String host, int port, String person) {
    String line =
        """
        {"Action":"allow","Datetime":"%s","DestinationIP":"198.51.100.7","DestinationPort":%d,\
        "DeviceID":"device-%s","DeviceName":"laptop-%s","Email":"%s@example.com",\
        "SNI":"%s","SessionID":"%s","SourceIP":"203.0.113.9","UserID":"user-%s"}"""
            .formatted(time, port, person, person, person, host, session, person);
    lines.add(new TimedLine(due, line.getBytes(UTF_8)));
  }
}
