package io.github.gateweir.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gateweir.ecs.EcsEvent;
import io.github.gateweir.ecs.Mapped;
import io.github.gateweir.gateway.DeadLetter;
import io.github.gateweir.gateway.DeadLetterCode;
import io.github.gateweir.gateway.IgnoreReason;
import io.github.gateweir.gateway.RawRecord;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.junit.jupiter.api.Test;

class RouteFunctionTest {

  private static final RawRecord MALFORMED = Records.line("{\"Datetime\":");
  private static final RawRecord BAD_TIMESTAMP = Records.line("{\"SessionID\":\"s1\"}");
  private static final RawRecord BLANK = Records.line(" ");

  @Test
  void passesEventsOn() throws Exception {
    try (FunctionHarness<Mapped, EcsEvent> route = open()) {
      Mapped mapped = Records.mapped(Records.event());
      route.process(mapped);

      assertThat(route.output()).singleElement().isSameAs(mapped.event());
      assertThat(route.sideOutput(RouteFunction.DEAD_LETTERS)).isEmpty();
    }
  }

  @Test
  void sendsDeadLettersToTheSideOutput() throws Exception {
    try (FunctionHarness<Mapped, EcsEvent> route = open()) {
      Mapped mapped = Records.mapped(MALFORMED);
      route.process(mapped);

      assertThat(route.output()).isEmpty();
      assertThat(route.sideOutput(RouteFunction.DEAD_LETTERS))
          .singleElement()
          .isSameAs(mapped.deadLetter());
    }
  }

  @Test
  void dropsWhatIsIgnored() throws Exception {
    try (FunctionHarness<Mapped, EcsEvent> route = open()) {
      process(route, BLANK, Records.tombstone());

      assertThat(route.output()).isEmpty();
      assertThat(route.sideOutput(RouteFunction.DEAD_LETTERS)).isEmpty();
    }
  }

  @Test
  void everyRecordIsReadAndIsOneOfThree() throws Exception {
    try (FunctionHarness<Mapped, EcsEvent> route = open()) {
      List<RawRecord> records = Records.generated(2_000);
      process(route, records.toArray(RawRecord[]::new));

      Map<String, Object> counts = route.accumulators();
      List<DeadLetter> deadLetters = route.sideOutput(RouteFunction.DEAD_LETTERS);
      assertThat(counts).containsOnlyKeys("read", "ignored", "unmappable");
      assertThat(counts.get("read")).isEqualTo(2_000L);
      assertThat(counts.get("unmappable")).isEqualTo((long) deadLetters.size());
      assertThat(counts.get("ignored"))
          .isEqualTo(2_000L - route.output().size() - deadLetters.size());
      assertThat(deadLetters).isNotEmpty();
      assertThat(route.output()).hasSizeGreaterThan(1_500);
    }
  }

  @Test
  void countsDeadLettersByCode() throws Exception {
    try (FunctionHarness<Mapped, EcsEvent> route = open()) {
      process(route, MALFORMED, MALFORMED, BAD_TIMESTAMP, Records.event());

      assertThat(route.counter("code", "malformed", "deadLetters")).isEqualTo(2);
      assertThat(route.counter("code", "bad_timestamp", "deadLetters")).isEqualTo(1);
      for (DeadLetterCode code : DeadLetterCode.values()) {
        assertThat(route.counter("code", code.code(), "deadLetters")).isBetween(0L, 2L);
      }
    }
  }

  @Test
  void countsWhatIsIgnoredByReason() throws Exception {
    try (FunctionHarness<Mapped, EcsEvent> route = open()) {
      process(
          route,
          BLANK,
          Records.line(""),
          Records.line("{\"content\":\"tests\"}"),
          Records.tombstone(),
          Records.event());

      assertThat(route.counter("reason", "blank_line", "ignored")).isEqualTo(2);
      assertThat(route.counter("reason", "upload_test", "ignored")).isEqualTo(1);
      assertThat(route.counter("reason", "tombstone", "ignored")).isEqualTo(1);
      assertThat(IgnoreReason.values()).hasSize(3);
    }
  }

  @Test
  void countsEventsAndTheBytesOfAllLines() throws Exception {
    try (FunctionHarness<Mapped, EcsEvent> route = open()) {
      process(route, Records.event(), MALFORMED, BLANK, Records.tombstone());

      assertThat(route.counter("eventsMapped")).isEqualTo(1);
      assertThat(route.counter("bytesIn"))
          .as("blank lines are not counted")
          .isEqualTo(Records.event().length() + MALFORMED.length());
    }
  }

  @Test
  void aRecordBehindTheWatermarkIsLateAndIsPassedOn() throws Exception {
    try (FunctionHarness<Mapped, EcsEvent> route = open()) {
      process(route, Records.event());
      route.watermark(Records.NOON - 1);
      process(route, Records.event());
      assertThat(route.counter("lateRecords")).isZero();

      route.watermark(Records.NOON);
      process(route, Records.event());

      assertThat(route.counter("lateRecords")).isEqualTo(1);
      assertThat(route.output()).hasSize(3);
    }
  }

  @Test
  void aSuspectTimestampIsCountedAndNotLate() throws Exception {
    try (FunctionHarness<Mapped, EcsEvent> route = open()) {
      route.watermark(Records.NOON);
      process(
          route,
          Records.line("{\"Datetime\":\"1999-01-01T00:00:00Z\",\"SessionID\":\"s\"}"),
          Records.line("{\"Datetime\":\"2099-01-01T00:00:00Z\",\"SessionID\":\"s\"}"));

      assertThat(route.counter("suspectTimestamps")).isEqualTo(2);
      assertThat(route.counter("lateRecords")).isZero();
      assertThat(route.output()).hasSize(2);
    }
  }

  @Test
  void countsEventsOfWhichAFieldWasLeftOut() throws Exception {
    try (FunctionHarness<Mapped, EcsEvent> route = open()) {
      process(
          route,
          Records.line("{\"Datetime\":1767355200,\"SessionID\":\"s\",\"Email\":1,\"SNI\":2}"),
          Records.event());

      assertThat(route.counter("eventsWithSkippedFields")).isEqualTo(1);
    }
  }

  @Test
  void countsOnFromTheLastCheckpoint() throws Exception {
    OperatorSubtaskState state;
    try (FunctionHarness<Mapped, EcsEvent> before = open()) {
      process(before, Records.event(), MALFORMED, BLANK);
      state = before.snapshot();
      process(before, Records.event());
    }

    try (FunctionHarness<Mapped, EcsEvent> after =
        FunctionHarness.restore(operator(), 1, 0, state)) {
      assertThat(after.accumulators())
          .isEqualTo(Map.of("read", 3L, "ignored", 1L, "unmappable", 1L));

      process(after, Records.event(), Records.event(), BLANK);
      assertThat(after.accumulators())
          .isEqualTo(Map.of("read", 6L, "ignored", 2L, "unmappable", 1L));
    }
  }

  @Test
  void countsOnceWhenTheParallelismRises() throws Exception {
    OperatorSubtaskState state;
    try (FunctionHarness<Mapped, EcsEvent> before = open()) {
      process(before, Records.event(), Records.event(), MALFORMED, BLANK);
      state = before.snapshot();
    }

    try (FunctionHarness<Mapped, EcsEvent> first =
            FunctionHarness.restore(operator(), 2, 0, state);
        FunctionHarness<Mapped, EcsEvent> second =
            FunctionHarness.restore(operator(), 2, 1, state)) {
      process(first, BLANK);
      process(second, MALFORMED);

      assertThat(sum(first, second)).isEqualTo(Map.of("read", 6L, "ignored", 2L, "unmappable", 2L));
    }
  }

  @Test
  void countsOnceWhenTheParallelismFalls() throws Exception {
    OperatorSubtaskState one;
    OperatorSubtaskState other;
    try (FunctionHarness<Mapped, EcsEvent> first = FunctionHarness.open(operator(), 2, 0);
        FunctionHarness<Mapped, EcsEvent> second = FunctionHarness.open(operator(), 2, 1)) {
      process(first, Records.event(), BLANK);
      process(second, Records.event(), Records.event(), MALFORMED);
      one = first.snapshot();
      other = second.snapshot();
    }

    try (FunctionHarness<Mapped, EcsEvent> after =
        FunctionHarness.restore(operator(), 1, 0, one, other)) {
      assertThat(after.accumulators())
          .isEqualTo(Map.of("read", 5L, "ignored", 1L, "unmappable", 1L));
      OperatorSubtaskState again = after.snapshot();
      try (FunctionHarness<Mapped, EcsEvent> later =
          FunctionHarness.restore(operator(), 1, 0, again)) {
        assertThat(later.accumulators()).isEqualTo(after.accumulators());
      }
    }
  }

  private static Map<String, Object> sum(
      FunctionHarness<Mapped, EcsEvent> first, FunctionHarness<Mapped, EcsEvent> second) {
    Map<String, Object> sum = first.accumulators();
    second
        .accumulators()
        .forEach((name, value) -> sum.merge(name, value, (a, b) -> (Long) a + (Long) b));
    return sum;
  }

  private static FunctionHarness<Mapped, EcsEvent> open() throws Exception {
    return FunctionHarness.open(operator());
  }

  private static ProcessOperator<Mapped, EcsEvent> operator() {
    return new ProcessOperator<>(new RouteFunction());
  }

  private static void process(FunctionHarness<Mapped, EcsEvent> route, RawRecord... records)
      throws Exception {
    for (RawRecord record : records) {
      route.process(Records.mapped(record));
    }
  }
}
