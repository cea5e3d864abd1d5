package io.github.gateweir.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gateweir.generate.Fault;
import io.github.gateweir.generate.GeneratedLine;
import io.github.gateweir.job.RunSummary;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What the job must make of its input, by the generator's plan and by nothing of the job's own. */
final class Expected {
  private final List<String> events = new ArrayList<>();
  private final List<String> eventIds = new ArrayList<>();
  private final List<String> deadLetters = new ArrayList<>();
  private final Map<String, Long> codes = new TreeMap<>();
  private final Predicate<byte[]> refused;
  private long ignored;

  Expected() {
    this(line -> false);
  }

  /** With a sink that refuses the events of some lines. */
  Expected(Predicate<byte[]> refused) {
    this.refused = refused;
  }

  /** Takes in a line that is put at this place. */
  void add(GeneratedLine line, String place) {
    Fault fault = line.expectation().fault();
    if (line.expectation().isEvent() || fault == null) {
      addEvent(line, place);
    } else if (fault.outcome() == Fault.Outcome.DEAD_LETTER) {
      addDeadLetter(fault.reason(), place);
    } else {
      ignored++;
    }
  }

  private void addEvent(GeneratedLine line, String place) {
    if (refused.test(line.bytes())) {
      addDeadLetter("refused", place);
    } else {
      String id = id(line.bytes());
      eventIds.add(id);
      events.add(Output.event(id, line.sessionId()));
    }
  }

  void addDeadLetter(String code, String place) {
    deadLetters.add(Output.deadLetter(code, place));
    codes.merge(code, 1L, Long::sum);
  }

  void addIgnored() {
    ignored++;
  }

  /** How many lines and tombstones there are. */
  long read() {
    return events.size() + deadLetters.size() + ignored;
  }

  long events() {
    return events.size();
  }

  List<String> eventIds() {
    return eventIds;
  }

  long deadLetters() {
    return deadLetters.size();
  }

  long ignored() {
    return ignored;
  }

  /** How many dead letters there are of each code. */
  Map<String, Long> codes() {
    return codes;
  }

  /** Checks that everything was written once. */
  void assertWrittenOnce(Output output) {
    assertSame("events", output.events(), events);
    assertSame("dead letters", output.deadLetters(), deadLetters);
  }

  /** Checks the counts of a run. */
  void assertCountedBy(RunSummary summary) {
    assertThat(List.of(summary.read(), summary.events(), summary.deadLetters(), summary.ignored()))
        .as("read, events, dead letters, ignored")
        .containsExactly(read(), events(), deadLetters(), ignored);
  }

  private static void assertSame(String what, List<String> actual, List<String> expected) {
    String[] is = sorted(actual);
    String[] should = sorted(expected);
    assertThat(is).as(what + ", how many").hasSameSizeAs(should);
    // By index, because a comparison of the whole would print all of both.
    for (int i = 0; i < should.length; i++) {
      assertThat(is[i]).as(what + ", sorted, number " + i).isEqualTo(should[i]);
    }
  }

  private static String[] sorted(List<String> texts) {
    String[] sorted = texts.toArray(String[]::new);
    Arrays.sort(sorted);
    return sorted;
  }

  /** The first 128 bits of the line's SHA-256. */
  private static String id(byte[] line) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(line);
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
