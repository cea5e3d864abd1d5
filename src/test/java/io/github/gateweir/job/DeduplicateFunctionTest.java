package io.github.gateweir.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gateweir.ecs.EcsEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Deduplication with a window of an hour, with the state on the heap and in RocksDB. */
@ParameterizedClass
@EnumSource
class DeduplicateFunctionTest {

  private static final long MINUTE = 60_000;
  private static final long NOON = Records.NOON;
  private static final long HOUR = 60 * MINUTE;

  private static final long END = Long.MAX_VALUE;

  enum Backend {
    HEAP,
    ROCKS_DB;

    StateBackend make() {
      return this == HEAP ? new HashMapStateBackend() : new EmbeddedRocksDBStateBackend();
    }
  }

  private final KeyedFunctionHarness.Keyed<String, EcsEvent, EcsEvent> keyed;

  DeduplicateFunctionTest(Backend backend) {
    keyed =
        new KeyedFunctionHarness.Keyed<>(
            () -> new KeyedProcessOperator<>(new DeduplicateFunction(Duration.ofMillis(HOUR))),
            DeduplicateFunction::key,
            Types.STRING,
            backend::make);
  }

  @Test
  void passesOneEventOnAndForgetsItAtTheEndOfTheWindow() throws Exception {
    try (KeyedFunctionHarness<String, EcsEvent, EcsEvent> dedup = keyed.open()) {
      EcsEvent event = event("s", NOON, 1);
      dedup.process(event);

      assertThat(dedup.output()).singleElement().isSameAs(event);
      assertOneTimerForEachOf(dedup, "s");
      dedup.watermark(NOON + HOUR - 1);
      assertOneTimerForEachOf(dedup, "s");
      dedup.watermark(NOON + HOUR);
      assertNothingLeft(dedup);
      assertThat(dedup.accumulators()).isEqualTo(Map.of("duplicates", 0L));
    }
  }

  @Test
  void dropsADuplicateAndCountsIt() throws Exception {
    try (KeyedFunctionHarness<String, EcsEvent, EcsEvent> dedup = keyed.open()) {
      pass(dedup, event("s", NOON, 1));
      int state = dedup.stateEntries();

      drop(dedup, event("s", NOON, 1));
      drop(dedup, event("s", NOON, 1));
      assertThat(dedup.stateEntries()).isEqualTo(state);
      assertOneTimerForEachOf(dedup, "s");
      assertThat(dedup.accumulators()).isEqualTo(Map.of("duplicates", 2L));
      assertThat(dedup.counter("duplicates")).isEqualTo(2);
    }
  }

  @Test
  void tellsEventsOfOneSessionAndOfOneTimeApart() throws Exception {
    try (KeyedFunctionHarness<String, EcsEvent, EcsEvent> dedup = keyed.open()) {
      pass(dedup, event("s", NOON, 1), event("s", NOON, 2), event("t", NOON, 1));

      assertOneTimerForEachOf(dedup, "s", "t");
    }
  }

  @Test
  void knowsADuplicateUntilTheWatermarkIsAWindowPastItsTime() throws Exception {
    long odd = NOON + 1;
    try (KeyedFunctionHarness<String, EcsEvent, EcsEvent> dedup = keyed.open()) {
      pass(dedup, event("s", odd, 1));

      dedup.watermark(odd + HOUR - 1);
      drop(dedup, event("s", odd, 1));
      dedup.watermark(odd + HOUR);
      assertThat(dedup.timers()).as("the id is still there").isEqualTo(1);
      pass(dedup, event("s", odd, 1));
      drop(dedup, event("s", odd, 1));
      assertOneTimerForEachOf(dedup, "s");
    }
  }

  @Test
  void aDuplicateDoesNotProlongTheMemory() throws Exception {
    try (KeyedFunctionHarness<String, EcsEvent, EcsEvent> dedup = keyed.open()) {
      pass(dedup, event("s", NOON, 1));
      dedup.watermark(NOON + 59 * MINUTE);
      drop(dedup, event("s", NOON, 1));

      dedup.watermark(NOON + HOUR);
      assertNothingLeft(dedup);
    }
  }

  @Test
  void forgetsTheIdsOfASessionOneAfterTheOther() throws Exception {
    try (KeyedFunctionHarness<String, EcsEvent, EcsEvent> dedup = keyed.open()) {
      pass(dedup, event("s", NOON, 1), event("s", NOON + 30 * MINUTE, 2));

      dedup.watermark(NOON + HOUR);
      assertOneTimerForEachOf(dedup, "s");
      drop(dedup, event("s", NOON + 30 * MINUTE, 2));
      dedup.watermark(NOON + HOUR + 30 * MINUTE);
      assertNothingLeft(dedup);
    }
  }

  @Test
  void theOrderOfArrivalDoesNotMatter() throws Exception {
    try (KeyedFunctionHarness<String, EcsEvent, EcsEvent> dedup = keyed.open()) {
      pass(dedup, event("s", NOON + 30 * MINUTE, 2), event("s", NOON, 1));
      drop(dedup, event("s", NOON + 30 * MINUTE, 2), event("s", NOON, 1));

      assertOneTimerForEachOf(dedup, "s");
      dedup.watermark(NOON + HOUR);
      drop(dedup, event("s", NOON + 30 * MINUTE, 2));
      pass(dedup, event("s", NOON, 1));
    }
  }

  @Test
  void anIdIsForgottenInItsTimeAlsoWhenALaterOneCameFirst() throws Exception {
    try (KeyedFunctionHarness<String, EcsEvent, EcsEvent> dedup = keyed.open()) {
      pass(dedup, event("s", NOON + 48 * HOUR, 2), event("s", NOON, 1));
      assertOneTimerForEachOf(dedup, "s");

      dedup.watermark(NOON + HOUR);
      assertThat(dedup.entries("s", DeduplicateFunction.SEEN)).isEqualTo(1);
      assertOneTimerForEachOf(dedup, "s");
      drop(dedup, event("s", NOON + 48 * HOUR, 2));
      dedup.watermark(NOON + 49 * HOUR);
      assertNothingLeft(dedup);
    }
  }

  @Test
  void knowsADuplicateThatIsLate() throws Exception {
    try (KeyedFunctionHarness<String, EcsEvent, EcsEvent> dedup = keyed.open()) {
      pass(dedup, event("s", NOON, 1));
      dedup.watermark(NOON + 30 * MINUTE);

      drop(dedup, event("s", NOON, 1));
    }
  }

  @Test
  void remembersALateEventForAWindowFromTheWatermarkOn() throws Exception {
    long watermark = NOON + 5 * HOUR;
    try (KeyedFunctionHarness<String, EcsEvent, EcsEvent> dedup = keyed.open()) {
      dedup.watermark(watermark);
      pass(dedup, event("s", NOON, 1));

      dedup.watermark(watermark + HOUR - 1);
      drop(dedup, event("s", NOON, 1));
      assertOneTimerForEachOf(dedup, "s");
      dedup.watermark(watermark + HOUR);
      assertNothingLeft(dedup);
    }
  }

  @Test
  void anEventWithoutSessionIsAKeyOfItsOwn() throws Exception {
    try (KeyedFunctionHarness<String, EcsEvent, EcsEvent> dedup = keyed.open()) {
      EcsEvent one = withoutSession(NOON, 1);
      EcsEvent other = withoutSession(NOON, 2);
      pass(dedup, one, other);
      drop(dedup, withoutSession(NOON, 1), withoutSession(NOON, 2));

      assertOneTimerForEachOf(dedup, one.id(), other.id());
      dedup.watermark(NOON + HOUR);
      assertNothingLeft(dedup);
    }
  }

  @Test
  void remembersAnEventOfSuspectTimeForAWindowFromTheWatermarkOn() throws Exception {
    try (KeyedFunctionHarness<String, EcsEvent, EcsEvent> dedup = keyed.open()) {
      dedup.watermark(NOON);
      pass(dedup, suspect("2099-01-01"), suspect("1970-01-01"));

      dedup.watermark(NOON + HOUR - 1);
      drop(dedup, suspect("2099-01-01"), suspect("1970-01-01"));
      dedup.watermark(NOON + HOUR);
      assertNothingLeft(dedup);
    }
  }

  @Test
  void beforeTheFirstWatermarkASuspectTimeWaitsForIt() throws Exception {
    try (KeyedFunctionHarness<String, EcsEvent, EcsEvent> dedup = keyed.open()) {
      pass(dedup, suspect("2099-01-01"), suspect("1970-01-01"), event("s", NOON, 1));
      drop(dedup, suspect("2099-01-01"), suspect("1970-01-01"), event("s", NOON, 1));
      assertOneTimerForEachOf(dedup, "s");

      dedup.watermark(NOON + 30 * MINUTE);
      assertOneTimerForEachOf(dedup, "s");
      dedup.watermark(NOON + 90 * MINUTE - 1);
      drop(dedup, suspect("2099-01-01"), suspect("1970-01-01"));
      dedup.watermark(NOON + 90 * MINUTE);
      assertNothingLeft(dedup);
    }
  }

  @Test
  void theEndOfTheInputForgetsEverything() throws Exception {
    try (KeyedFunctionHarness<String, EcsEvent, EcsEvent> dedup = keyed.open()) {
      pass(dedup, suspect("2099-01-01"), event("s", NOON, 1), event("t", NOON + 99 * HOUR, 1));
      pass(dedup, withoutSession(NOON, 1));

      dedup.watermark(END);
      assertNothingLeft(dedup);
    }
  }

  @Test
  void aFloodOfOneSessionHasOneTimerAndIsForgottenInAFewSteps() throws Exception {
    try (KeyedFunctionHarness<String, EcsEvent, EcsEvent> dedup = keyed.open()) {
      int events = 3_600;
      for (int i = 0; i < events; i++) {
        dedup.process(event("s", NOON + i * 1_000L, i));
        assertThat(dedup.timers()).isEqualTo(1);
      }
      for (int i = 0; i < events; i++) {
        dedup.process(event("s", NOON + i * 1_000L, i));
      }
      assertThat(dedup.output()).hasSize(events);
      assertThat(dedup.accumulators()).isEqualTo(Map.of("duplicates", (long) events));

      assertThat(sizesFromOneToTwo(dedup))
          .containsExactly(3_599, 3_149, 2_699, 2_249, 1_799, 1_349, 899, 449, 0);
      assertNothingLeft(dedup);
    }
  }

  /** The sizes that the state of s has while the watermark goes on from 13:00 to 14:00. */
  private static List<Integer> sizesFromOneToTwo(
      KeyedFunctionHarness<String, EcsEvent, EcsEvent> dedup) throws Exception {
    List<Integer> sizes = new ArrayList<>();
    for (long time = NOON + HOUR; time <= NOON + 2 * HOUR; time += MINUTE / 2) {
      dedup.watermark(time);
      int size = dedup.entries("s", DeduplicateFunction.SEEN);
      if (sizes.isEmpty() || sizes.get(sizes.size() - 1) != size) {
        sizes.add(size);
      }
    }
    return sizes;
  }

  @Test
  void knowsAfterARestartWhatItKnewAtTheCheckpoint() throws Exception {
    OperatorSubtaskState state;
    try (KeyedFunctionHarness<String, EcsEvent, EcsEvent> before = keyed.open()) {
      pass(before, event("s", NOON, 1), suspect("2099-01-01"));
      drop(before, event("s", NOON, 1));
      state = before.snapshot();
      pass(before, event("s", NOON, 2));
    }

    try (KeyedFunctionHarness<String, EcsEvent, EcsEvent> after = keyed.open(state)) {
      assertThat(after.accumulators()).isEqualTo(Map.of("duplicates", 1L));
      pass(after, event("s", NOON, 2));
      drop(after, event("s", NOON, 1), event("s", NOON, 2), suspect("2099-01-01"));
      assertThat(after.accumulators()).isEqualTo(Map.of("duplicates", 4L));

      assertOneTimerForEachOf(after, "s");
      after.watermark(NOON);
      after.watermark(NOON + HOUR);
      assertNothingLeft(after);
    }
  }

  @Test
  void knowsAfterARestartHowFarTimeHadCome() throws Exception {
    long watermark = NOON + 5 * HOUR;
    OperatorSubtaskState state;
    try (KeyedFunctionHarness<String, EcsEvent, EcsEvent> before = keyed.open()) {
      before.watermark(watermark);
      pass(before, event("t", NOON, 1));
      state = before.snapshot();
    }

    try (KeyedFunctionHarness<String, EcsEvent, EcsEvent> after = keyed.open(state)) {
      pass(after, event("s", NOON, 1), suspect("2099-01-01"));
      after.watermark(watermark + HOUR - 1);
      drop(after, event("s", NOON, 1), suspect("2099-01-01"));
      after.watermark(watermark + HOUR);
      assertNothingLeft(after);
    }
  }

  @Test
  void theEndOfTimeIsNoTimeToGoOnFrom() throws Exception {
    OperatorSubtaskState state;
    try (KeyedFunctionHarness<String, EcsEvent, EcsEvent> before = keyed.open()) {
      pass(before, event("s", NOON, 1));
      before.watermark(END);
      pass(before, event("s", NOON, 2));
      drop(before, event("s", NOON, 2));
      state = before.snapshot();
    }

    try (KeyedFunctionHarness<String, EcsEvent, EcsEvent> after = keyed.open(state)) {
      pass(after, event("s", NOON, 1));
      drop(after, event("s", NOON, 1), event("s", NOON, 2));
      after.watermark(NOON + HOUR);
      assertNothingLeft(after);
    }
  }

  @Test
  void goesOnWithTwoSubtasksInsteadOfOneAndWithOneInsteadOfTwo() throws Exception {
    List<String> sessions = List.of("a", "b", "c", "d", "e", "f", "g", "h");
    OperatorSubtaskState one;
    try (KeyedFunctionHarness<String, EcsEvent, EcsEvent> dedup = keyed.open()) {
      dedup.watermark(NOON + 5 * HOUR);
      for (String session : sessions) {
        pass(dedup, event(session, NOON, 1));
        drop(dedup, event(session, NOON, 1));
      }
      one = dedup.snapshot();
    }

    OperatorSubtaskState[] two = new OperatorSubtaskState[2];
    for (int subtask = 0; subtask < 2; subtask++) {
      try (KeyedFunctionHarness<String, EcsEvent, EcsEvent> dedup = keyed.open(2, subtask, one)) {
        List<String> own = sessions.stream().filter(dedup::owns).toList();
        assertThat(own).isNotEmpty();
        assertOneTimerForEachOf(dedup, own.toArray(String[]::new));
        for (String session : own) {
          drop(dedup, event(session, NOON, 1));
          pass(dedup, event(session, NOON, 2));
        }
        two[subtask] = dedup.snapshot();
      }
    }

    try (KeyedFunctionHarness<String, EcsEvent, EcsEvent> dedup = keyed.open(two)) {
      assertThat(dedup.accumulators()).isEqualTo(Map.of("duplicates", 2L * sessions.size()));
      for (String session : sessions) {
        drop(dedup, event(session, NOON, 1), event(session, NOON, 2));
      }
      assertOneTimerForEachOf(dedup, sessions.toArray(String[]::new));
      dedup.watermark(NOON + 6 * HOUR - 1);
      assertOneTimerForEachOf(dedup, sessions.toArray(String[]::new));
      dedup.watermark(NOON + 6 * HOUR);
      assertNothingLeft(dedup);
    }
  }

  @Test
  void doesWhatAMapOfAllIdsWouldDo() throws Exception {
    Random random = new Random(11);
    Map<String, Long> ends = new HashMap<>();
    long watermark = NOON;
    KeyedFunctionHarness<String, EcsEvent, EcsEvent> dedup = keyed.open();
    dedup.watermark(watermark);
    try {
      for (int i = 0; i < 5_000; i++) {
        long time = watermark + (random.nextInt(90) - 30) * MINUTE;
        EcsEvent event =
            event("s" + random.nextInt(9), time - time % (10 * MINUTE), random.nextInt(3));
        if (ends.getOrDefault(event.id(), Long.MIN_VALUE) > watermark) {
          drop(dedup, event);
        } else {
          ends.put(event.id(), Math.max(event.epochMillis(), watermark) + HOUR);
          pass(dedup, event);
        }
        if (i % 20 == 0) {
          watermark += random.nextInt(5) * MINUTE + random.nextInt(3);
          dedup.watermark(watermark);
          assertThat(dedup.timers()).isEqualTo(dedup.keys(DeduplicateFunction.SEEN).size());
        }
        if (i % 500 == 0) {
          OperatorSubtaskState state = dedup.snapshot();
          dedup.close();
          dedup = keyed.open(state);
        }
      }
      dedup.watermark(watermark + 3 * HOUR);
      assertNothingLeft(dedup);
    } finally {
      dedup.close();
    }
  }

  private static void pass(
      KeyedFunctionHarness<String, EcsEvent, EcsEvent> dedup, EcsEvent... events) throws Exception {
    for (EcsEvent event : events) {
      int before = dedup.output().size();
      dedup.process(event);
      assertThat(dedup.output()).hasSize(before + 1).last().isSameAs(event);
    }
  }

  private static void drop(
      KeyedFunctionHarness<String, EcsEvent, EcsEvent> dedup, EcsEvent... events) throws Exception {
    int before = dedup.output().size();
    for (EcsEvent event : events) {
      dedup.process(event);
    }
    assertThat(dedup.output()).hasSize(before);
  }

  private static void assertOneTimerForEachOf(
      KeyedFunctionHarness<String, EcsEvent, EcsEvent> dedup, String... keys) {
    assertThat(dedup.keys(DeduplicateFunction.SEEN)).containsExactlyInAnyOrder(keys);
    assertThat(dedup.keys(DeduplicateFunction.SWEEP)).containsExactlyInAnyOrder(keys);
    assertThat(dedup.timers()).isEqualTo(keys.length);
  }

  private static void assertNothingLeft(KeyedFunctionHarness<String, EcsEvent, EcsEvent> dedup)
      throws Exception {
    assertThat(dedup.stateEntries()).isZero();
    assertThat(dedup.timers()).isZero();
  }

  private static EcsEvent event(String session, long epochMillis, int number) {
    return event("\"SessionID\":\"" + session + "\"", Instant.ofEpochMilli(epochMillis), number);
  }

  private static EcsEvent withoutSession(long epochMillis, int number) {
    return event("\"SourceIP\":\"10.0.0.1\"", Instant.ofEpochMilli(epochMillis), number);
  }

  /** An event of s that is of a time that cannot be right. */
  private static EcsEvent suspect(String day) {
    EcsEvent event = event("\"SessionID\":\"s\"", Instant.parse(day + "T00:00:00Z"), 0);
    assertThat(event.timestampSuspect()).isTrue();
    return event;
  }

  private static EcsEvent event(String member, Instant time, int number) {
    String line = "{\"Datetime\":\"%s\",%s,\"SourcePort\":%d}".formatted(time, member, number);
    return Records.mapped(Records.line(line)).event();
  }
}
