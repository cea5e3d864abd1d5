package io.github.gateweir.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gateweir.gateway.Datetime;
import io.github.gateweir.gateway.Place;
import io.github.gateweir.gateway.RawRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.clock.RelativeClock;
import org.apache.flink.util.clock.SystemClock;
import org.junit.jupiter.api.Test;

class RecordTimeTest {

  private static final Duration MAX_AHEAD = Duration.ofMinutes(10);
  private static final Place HERE = Place.inFile("a.log", 1);
  private static final long NOON = Instant.parse("2026-01-02T12:00:00Z").toEpochMilli();

  private final Output output = new Output();

  @Test
  void givesARecordTheTimeOfItsDatetime() {
    assertThat(timestamp(line("\"2026-01-02T12:00:00.123456789Z\""))).isEqualTo(NOON + 123);
    assertThat(timestamp(line("1767355200123456789"))).isEqualTo(NOON + 123);
    assertThat(timestamp(line("\"1767355200\""))).isEqualTo(NOON);
  }

  @Test
  void aRecordWithoutReadableTimeHasNone() {
    assertThat(timestamp(line("\"yesterday\""))).isEqualTo(Datetime.UNREADABLE);
    assertThat(timestamp(RawRecord.of("{}".getBytes(UTF_8), HERE))).isEqualTo(Datetime.UNREADABLE);
    assertThat(timestamp(RawRecord.of(new byte[0], HERE))).isEqualTo(Datetime.UNREADABLE);
    assertThat(timestamp(RawRecord.tombstone(HERE))).isEqualTo(Datetime.UNREADABLE);
  }

  @Test
  void followsTheNewestRecordAtADistance() {
    WatermarkGenerator<RawRecord> generator = following(Duration.ofMinutes(5));

    event(generator, NOON);
    event(generator, NOON - 60_000);
    event(generator, NOON + 5_000);
    generator.onPeriodicEmit(output);

    assertThat(output.last()).isEqualTo(NOON + 5_000 - 300_000 - 1);
  }

  @Test
  void aRecordAsFarBehindAsIsAllowedIsNotLate() {
    WatermarkGenerator<RawRecord> generator = following(Duration.ofMinutes(5));

    event(generator, NOON);
    generator.onPeriodicEmit(output);

    assertThat(NOON - 300_000).isGreaterThan(output.last());
    assertThat(NOON - 300_001).isLessThanOrEqualTo(output.last());
  }

  @Test
  void emitsWithEveryNewSecondOfEventTimeAndNotMoreOften() {
    WatermarkGenerator<RawRecord> generator = following(Duration.ZERO);

    for (long millis : new long[] {0, 500, 999, 1_000, 700, 1_999, 2_001}) {
      event(generator, NOON + millis);
    }

    assertThat(output.emitted).containsExactly(NOON - 1, NOON + 999, NOON + 2_000);
  }

  @Test
  void timesThatCannotBeRightDoNotMoveIt() {
    WatermarkGenerator<RawRecord> generator = following(Duration.ZERO);

    event(generator, Instant.parse("2099-01-01T00:00:00Z").toEpochMilli());
    event(generator, System.currentTimeMillis() + MAX_AHEAD.toMillis() + 60_000);
    event(generator, Instant.parse("1999-12-31T23:59:59Z").toEpochMilli());
    event(generator, Datetime.UNREADABLE);
    generator.onPeriodicEmit(output);
    assertThat(output.emitted).isEmpty();

    event(generator, NOON);
    event(generator, Instant.parse("2099-01-01T00:00:00Z").toEpochMilli());
    generator.onPeriodicEmit(output);
    assertThat(output.last()).isEqualTo(NOON - 1);
  }

  @Test
  void aTimeALittleAheadOfTheClockMovesIt() {
    WatermarkGenerator<RawRecord> generator = following(Duration.ZERO);
    long ahead = System.currentTimeMillis() + MAX_AHEAD.toMillis() / 2;

    event(generator, ahead);

    assertThat(output.last()).isEqualTo(ahead - 1);
  }

  @Test
  void heldToTheEndThereIsNoWatermark() {
    WatermarkGenerator<RawRecord> generator =
        RecordTime.heldToTheEnd().createWatermarkGenerator(new Context());

    event(generator, NOON);
    generator.onPeriodicEmit(output);

    assertThat(output.emitted).isEmpty();
  }

  private WatermarkGenerator<RawRecord> following(Duration outOfOrderness) {
    return RecordTime.following(outOfOrderness, MAX_AHEAD).createWatermarkGenerator(new Context());
  }

  private void event(WatermarkGenerator<RawRecord> generator, long epochMillis) {
    generator.onEvent(RawRecord.tombstone(HERE), epochMillis, output);
  }

  private static long timestamp(RawRecord raw) {
    TimestampAssigner<RawRecord> assigner =
        RecordTime.heldToTheEnd().createTimestampAssigner(UnregisteredMetricsGroup::new);
    return assigner.extractTimestamp(raw, 4711);
  }

  private static RawRecord line(String datetime) {
    return RawRecord.of(
        ("{\"AccountID\":\"a\",\"Datetime\":" + datetime + "}").getBytes(UTF_8), HERE);
  }

  private static final class Output implements WatermarkOutput {
    private final List<Long> emitted = new ArrayList<>();

    long last() {
      return emitted.get(emitted.size() - 1);
    }

    @Override
    public void emitWatermark(Watermark watermark) {
      emitted.add(watermark.getTimestamp());
    }

    @Override
    public void markIdle() {
      throw new AssertionError("The generator knows nothing of idleness.");
    }

    @Override
    public void markActive() {
      throw new AssertionError("The generator knows nothing of idleness.");
    }
  }

  private static final class Context implements WatermarkGeneratorSupplier.Context {
    @Override
    public MetricGroup getMetricGroup() {
      return new UnregisteredMetricsGroup();
    }

    @Override
    public RelativeClock getInputActivityClock() {
      return SystemClock.getInstance();
    }
  }
}
