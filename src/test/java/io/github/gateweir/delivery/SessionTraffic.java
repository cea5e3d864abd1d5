package io.github.gateweir.delivery;

import io.github.gateweir.delivery.SessionScripts.TimedLine;
import io.github.gateweir.generate.Detection;
import io.github.gateweir.generate.GeneratedLine;
import io.github.gateweir.generate.Generator;
import io.github.gateweir.generate.GeneratorSettings;
import io.github.gateweir.generate.Timestamps;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Lines for the correlation of sessions: generated ones, of which every twentieth comes twice, with
 * the sessions of {@link SessionScripts} between them. No line is more than five minutes behind the
 * newest one. What is handed out, the reference takes in.
 */
final class SessionTraffic implements Iterator<byte[]> {
  private static final Instant START = GeneratorSettings.DEFAULT_START.minus(Duration.ofDays(365));
  private static final int SCRIPTS = 50;
  private static final Duration BETWEEN_SCRIPTS = Duration.ofSeconds(70);
  private static final int ONE_IN = 20;
  private static final Duration UNTIL_REPEATED = Duration.ofSeconds(10);
  private static final double FAULTY_PERCENT = 2;

  private final Generator generator;
  private final SessionReference reference;
  private final PriorityQueue<TimedLine> waiting =
      new PriorityQueue<>(Comparator.comparing(TimedLine::due));
  private final Set<String> plannedAlerts = new HashSet<>();
  private Instant newest = START;
  private GeneratedLine ahead;
  private long events;
  private long handedOut;

  SessionTraffic(long records, long sessions, long seed, SessionReference reference) {
    this.reference = reference;
    generator =
        new Generator(
            new GeneratorSettings(
                records,
                OptionalLong.of(sessions),
                seed,
                Set.of(Detection.values()),
                Timestamps.RFC3339NS,
                START,
                FAULTY_PERCENT));
    for (int number = 0; number < SCRIPTS; number++) {
      waiting.addAll(SessionScripts.at(START.plus(BETWEEN_SCRIPTS.multipliedBy(number)), number));
    }
    lookAhead();
  }

  /** The SessionIDs of which the generator says that they raise an alert. */
  Set<String> plannedAlerts() {
    return plannedAlerts;
  }

  /** How many lines there were so far. */
  long handedOut() {
    return handedOut;
  }

  @Override
  public boolean hasNext() {
    return ahead != null || !waiting.isEmpty();
  }

  @Override
  public byte[] next() {
    TimedLine due = waiting.peek();
    if (due != null && (ahead == null || !due.due().isAfter(newest))) {
      waiting.remove();
      handedOut++;
      reference.add(due.bytes());
      return due.bytes();
    }
    if (ahead == null) {
      throw new NoSuchElementException("all lines are handed out");
    }
    GeneratedLine line = ahead;
    if (line.expectation().isEvent()) {
      takeIn(line);
    }
    handedOut++;
    lookAhead();
    return line.bytes();
  }

  /** Lines that wait go before the generator's next one if that is newer: time may leap with it. */
  private void lookAhead() {
    ahead = generator.hasNext() ? generator.next() : null;
    if (ahead != null && ahead.expectation().isEvent()) {
      Instant time = time(ahead);
      newest = time.isAfter(newest) ? time : newest;
    }
  }

  private static Instant time(GeneratedLine line) {
    return Instant.parse(Output.parse(line.bytes()).get("Datetime").asText());
  }

  private void takeIn(GeneratedLine line) {
    reference.add(line.bytes());
    if (line.expectation().sessionAlert()) {
      plannedAlerts.add(line.sessionId());
    }
    events++;
    if (events % ONE_IN == 0) {
      waiting.add(new TimedLine(newest.plus(UNTIL_REPEATED), line.bytes()));
    }
  }
}
