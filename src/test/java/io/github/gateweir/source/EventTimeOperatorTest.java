package io.github.gateweir.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gateweir.gateway.Place;
import io.github.gateweir.gateway.RawRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The operator alone, on a clock that stands still until the test moves it. */
class EventTimeOperatorTest {

  private static final Duration IDLENESS = Duration.ofSeconds(30);
  private static final Duration QUIET = Duration.ofMinutes(2);
  private static final int MAX_PARALLELISM = 8;
  private static final String IDLE = "idle";
  private static final String ACTIVE = "active";

  /** When the operator is opened, on the wall clock. */
  private static final long START = 1_000_000;

  private final List<OneInputStreamOperatorTestHarness<RawRecord, RawRecord>> open =
      new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (OneInputStreamOperatorTestHarness<RawRecord, RawRecord> harness : open) {
      harness.close();
    }
  }

  @Test
  void passesRecordsOnAsTheyAre() throws Exception {
    var harness = opened();
    RawRecord raw = RawRecord.of("a".getBytes(UTF_8), Place.inFile("a.log", 1));

    harness.processElement(new StreamRecord<>(raw, 7));

    assertThat(harness.getOutput())
        .singleElement()
        .satisfies(
            out -> {
              StreamRecord<?> passed = (StreamRecord<?>) out;
              assertThat(passed.getValue()).usingRecursiveComparison().isEqualTo(raw);
              assertThat(passed.getTimestamp()).isEqualTo(7);
            });
  }

  @Test
  void isIdleAfterAWhileWithoutRecordsThoughTheSourceNeverSaysSo() throws Exception {
    var harness = opened();

    passTo(harness, 29);
    assertThat(output(harness)).isEmpty();

    passTo(harness, 30);
    assertThat(output(harness)).containsExactly(IDLE);
  }

  @Test
  void isIdleOnlyOnce() throws Exception {
    var harness = opened();
    passTo(harness, 29);

    harness.processWatermarkStatus(WatermarkStatus.IDLE);
    harness.processWatermarkStatus(WatermarkStatus.IDLE);
    passTo(harness, 60);

    assertThat(output(harness)).containsExactly(IDLE);
  }

  @Test
  void recordsKeepItActive() throws Exception {
    var harness = opened();

    for (int second = 1; second <= 300; second++) {
      if (second % 29 == 0) {
        record(harness);
      }
      passTo(harness, second);
    }

    assertThat(output(harness)).doesNotContain(IDLE);
  }

  @Test
  void isActiveAgainBeforeTheNextRecord() throws Exception {
    var harness = opened();
    passTo(harness, 30);

    record(harness);
    record(harness);

    assertThat(output(harness)).containsExactly(IDLE, ACTIVE, "record", "record");
  }

  @Test
  void isIdleAgainWhenTheSourceIsActiveWithoutRecords() throws Exception {
    var harness = opened();
    passTo(harness, 40);

    harness.processWatermarkStatus(WatermarkStatus.ACTIVE);
    passTo(harness, 41);

    assertThat(output(harness)).containsExactly(IDLE, ACTIVE, IDLE);
  }

  @Test
  void quietTimeGoesOnFromTheLastRecordsWatermark() throws Exception {
    var harness = opened();
    record(harness);
    harness.processWatermark(5_000);
    passTo(harness, 1);
    harness.getOutput().clear();

    passTo(harness, 120);
    assertThat(output(harness)).as("not yet quiet").containsExactly(IDLE);
    harness.getOutput().clear();

    passTo(harness, 121);
    assertThat(output(harness)).containsExactly(ACTIVE, watermark(5_000 + 120_000), IDLE);
    harness.getOutput().clear();

    passTo(harness, 123);
    assertThat(output(harness))
        .containsExactly(ACTIVE, watermark(126_000), IDLE, ACTIVE, watermark(127_000), IDLE);
  }

  @Test
  void withoutAWatermarkThereIsNothingToGoOnFrom() throws Exception {
    var harness = opened();
    record(harness);

    passTo(harness, 1_000);

    assertThat(output(harness)).containsExactly("record", IDLE);
  }

  @Test
  void aRecordEndsTheQuiet() throws Exception {
    var harness = opened();
    harness.processWatermark(5_000);
    passTo(harness, 130);
    record(harness);
    harness.getOutput().clear();

    passTo(harness, 131);
    harness.processWatermark(6_000);
    passTo(harness, 200);

    assertThat(output(harness)).as("6 000 is behind what quiet time reached").containsExactly(IDLE);
  }

  @Test
  void theWatermarkNeverGoesBack() throws Exception {
    var harness = opened();
    for (long time : new long[] {10, 20, 15, 20, 21}) {
      harness.processWatermark(time);
    }
    assertThat(output(harness)).containsExactly(watermark(10), watermark(20), watermark(21));
  }

  @Test
  void aWatermarkThatComesWhileItIsIdleIsNotLost() throws Exception {
    var harness = opened();
    passTo(harness, 30);

    harness.processWatermark(5_000);

    assertThat(output(harness)).containsExactly(IDLE, ACTIVE, watermark(5_000), IDLE);
  }

  @Test
  void forwardsTheEndOfEventTimeAndIsThenDone() throws Exception {
    var harness = opened();
    record(harness);
    harness.processWatermark(5_000);
    passTo(harness, 30);
    harness.getOutput().clear();

    harness.processWatermark(Watermark.MAX_WATERMARK);
    passTo(harness, 300);

    assertThat(output(harness))
        .filteredOn(out -> out.startsWith("watermark"))
        .containsExactly(watermark(Long.MAX_VALUE));
  }

  @Test
  void theEndOfTheInputIsTheEndOfEventTimeThoughItIsIdle() throws Exception {
    var harness = opened();
    passTo(harness, 30);
    harness.getOutput().clear();

    harness.endInput();

    assertThat(output(harness)).containsExactly(ACTIVE, watermark(Long.MAX_VALUE), IDLE);
  }

  @Test
  void aStallIsNoQuiet() throws Exception {
    var harness = opened();
    harness.processWatermark(5_000);
    passTo(harness, 10);
    record(harness);
    harness.getOutput().clear();

    // Nothing ran for ten minutes, then everything that was due runs at once.
    harness.setProcessingTime(START + 600_000);

    assertThat(output(harness)).isEmpty();
  }

  @Test
  void quietTimeGoesOnAfterARestart() throws Exception {
    var before = opened();
    record(before);
    before.processWatermark(5_000);
    passTo(before, 201);
    assertThat(lastWatermark(before)).isEqualTo(5_000 + 200_000);

    var after = restored(before.snapshot(1, 1), 1, 1, 0);
    passTo(after, 119);
    assertThat(output(after)).containsExactly(IDLE);

    passTo(after, 120);
    assertThat(lastWatermark(after)).isEqualTo(205_000 + 120_000);
  }

  @Test
  void theEndOfEventTimeIsNotKept() throws Exception {
    var before = opened();
    before.processWatermark(5_000);
    before.processWatermark(Watermark.MAX_WATERMARK);

    var after = restored(before.snapshot(1, 1), 1, 1, 0);
    passTo(after, 120);

    assertThat(lastWatermark(after)).isEqualTo(5_000 + 120_000);
  }

  @Test
  void moreSubtasksAllTakeTheEarliestWatermark() throws Exception {
    var before = opened();
    before.processWatermark(5_000);
    OperatorSubtaskState state = before.snapshot(1, 1);

    for (int subtask = 0; subtask < 2; subtask++) {
      var after = restored(state, 1, 2, subtask);
      passTo(after, 120);
      assertThat(lastWatermark(after)).isEqualTo(5_000 + 120_000);
    }
  }

  @Test
  void fewerSubtasksTakeTheEarliestWatermark() throws Exception {
    var first = opened(2, 0);
    first.processWatermark(9_000);
    var second = opened(2, 1);
    second.processWatermark(5_000);
    OperatorSubtaskState state =
        OneInputStreamOperatorTestHarness.repackageState(
            first.snapshot(1, 1), second.snapshot(1, 1));

    var after = restored(state, 2, 1, 0);
    passTo(after, 120);

    assertThat(lastWatermark(after)).isEqualTo(5_000 + 120_000);
  }

  @Test
  void aSubtaskWithoutWatermarkDoesNotCountForTheOthers() throws Exception {
    var first = opened(2, 0);
    first.processWatermark(9_000);
    var second = opened(2, 1);
    OperatorSubtaskState state =
        OneInputStreamOperatorTestHarness.repackageState(
            first.snapshot(1, 1), second.snapshot(1, 1));

    var after = restored(state, 2, 1, 0);
    passTo(after, 120);

    assertThat(lastWatermark(after)).isEqualTo(9_000 + 120_000);
  }

  @Test
  void aRestoredWatermarkDoesNotHoldTheRecordsBack() throws Exception {
    var before = opened();
    before.processWatermark(5_000);

    var after = restored(before.snapshot(1, 1), 1, 1, 0);
    after.processWatermark(4_000);
    after.processWatermark(50_000);
    passTo(after, 120);

    assertThat(output(after))
        .containsExactly(
            watermark(4_000), watermark(50_000), IDLE, ACTIVE, watermark(170_000), IDLE);
  }

  @Test
  void leavesNoTimerBehind() throws Exception {
    var harness = opened();
    passTo(harness, 5);
    assertThat(harness.getProcessingTimeService().getNumActiveTimers()).isOne();

    harness.getOperator().close();

    assertThat(harness.getProcessingTimeService().getNumActiveTimers()).isZero();
  }

  private OneInputStreamOperatorTestHarness<RawRecord, RawRecord> opened() throws Exception {
    return opened(1, 0);
  }

  private OneInputStreamOperatorTestHarness<RawRecord, RawRecord> opened(
      int parallelism, int subtask) throws Exception {
    var harness = harness(parallelism, subtask);
    harness.open();
    return harness;
  }

  private OneInputStreamOperatorTestHarness<RawRecord, RawRecord> restored(
      OperatorSubtaskState state, int before, int after, int subtask) throws Exception {
    var harness = harness(after, subtask);
    harness.initializeState(
        OneInputStreamOperatorTestHarness.repartitionOperatorState(
            state, MAX_PARALLELISM, before, after, subtask));
    harness.open();
    return harness;
  }

  private OneInputStreamOperatorTestHarness<RawRecord, RawRecord> harness(
      int parallelism, int subtask) throws Exception {
    OneInputStreamOperatorTestHarness<RawRecord, RawRecord> harness =
        new OneInputStreamOperatorTestHarness<>(
            new EventTimeOperator(IDLENESS, QUIET), MAX_PARALLELISM, parallelism, subtask);
    harness.getExecutionConfig().enableObjectReuse();
    harness.setProcessingTime(START);
    open.add(harness);
    return harness;
  }

  /** Lets the clock run to so many seconds after the start, a second at a time. */
  private static void passTo(
      OneInputStreamOperatorTestHarness<RawRecord, RawRecord> harness, int second)
      throws Exception {
    while (harness.getProcessingTime() < START + second * 1_000L) {
      harness.setProcessingTime(harness.getProcessingTime() + 1_000);
    }
  }

  private static void record(OneInputStreamOperatorTestHarness<RawRecord, RawRecord> harness)
      throws Exception {
    harness.processElement(RawRecord.of(new byte[0], Place.inFile("a.log", 1)), 0);
  }

  private static String watermark(long time) {
    return "watermark " + time;
  }

  private static List<String> output(OneInputStreamOperatorTestHarness<?, ?> harness) {
    return harness.getOutput().stream().map(EventTimeOperatorTest::describe).toList();
  }

  private static String describe(Object out) {
    if (out instanceof Watermark mark) {
      return watermark(mark.getTimestamp());
    }
    return out instanceof WatermarkStatus status ? status.isIdle() ? IDLE : ACTIVE : "record";
  }

  private static long lastWatermark(OneInputStreamOperatorTestHarness<?, ?> harness) {
    return harness.getOutput().stream()
        .filter(Watermark.class::isInstance)
        .mapToLong(mark -> ((Watermark) mark).getTimestamp())
        .reduce(Long.MIN_VALUE, (earlier, later) -> later);
  }
}
