package io.github.gateweir.source;

import io.github.gateweir.ecs.EcsMapper;
import io.github.gateweir.gateway.Datetime;
import io.github.gateweir.gateway.DatetimeScanner;
import io.github.gateweir.gateway.RawRecord;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.TimestampAssignerSupplier;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * The event time of raw records: their {@code Datetime}. Times that cannot be right do not move the
 * watermark, or one record from the year 2099 would make everything behind it late.
 */
public final class RecordTime implements WatermarkStrategy<RawRecord> {

  private static final long serialVersionUID = 1L;

  private final long outOfOrdernessMillis;
  private final long maxAheadMillis;
  private final boolean toTheEnd;

  private RecordTime(Duration outOfOrderness, Duration maxAhead, boolean toTheEnd) {
    outOfOrdernessMillis = outOfOrderness.toMillis();
    maxAheadMillis = maxAhead.toMillis();
    this.toTheEnd = toTheEnd;
  }

  /**
   * For a stream: the watermark follows the newest record.
   *
   * @param outOfOrderness how far behind the newest record another one may be and not be late
   * @param maxAhead how far ahead of the wall clock a time may be before it is suspect
   */
  public static RecordTime following(Duration outOfOrderness, Duration maxAhead) {
    return new RecordTime(outOfOrderness, maxAhead, false);
  }

  /**
   * For files that are read to their end: there is no watermark before that, so that what comes out
   * does not depend on the order of reading.
   */
  public static RecordTime heldToTheEnd() {
    return new RecordTime(Duration.ZERO, Duration.ZERO, true);
  }

  @Override
  public TimestampAssigner<RawRecord> createTimestampAssigner(
      TimestampAssignerSupplier.Context context) {
    return (raw, ignored) ->
        raw.line() == null ? Datetime.UNREADABLE : DatetimeScanner.epochMillis(raw.line());
  }

  @Override
  public WatermarkGenerator<RawRecord> createWatermarkGenerator(
      WatermarkGeneratorSupplier.Context context) {
    return toTheEnd ? new Held() : new Following(outOfOrdernessMillis, maxAheadMillis);
  }

  private static final class Held implements WatermarkGenerator<RawRecord> {

    @Override
    public void onEvent(RawRecord raw, long epochMillis, WatermarkOutput output) {}

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {}
  }

  /**
   * Emits the watermark also between the periodic times, whenever it has moved on by a step: a file
   * that is read faster than the period would end, and its watermark with it, before it was asked.
   */
  private static final class Following implements WatermarkGenerator<RawRecord> {

    private static final long STEP_MILLIS = 1000;

    private final long outOfOrdernessMillis;
    private final long maxAheadMillis;
    private long newest = Long.MIN_VALUE;
    private long nextStep = Long.MIN_VALUE;

    Following(long outOfOrdernessMillis, long maxAheadMillis) {
      this.outOfOrdernessMillis = outOfOrdernessMillis;
      this.maxAheadMillis = maxAheadMillis;
    }

    @Override
    public void onEvent(RawRecord raw, long epochMillis, WatermarkOutput output) {
      // The clock is asked only when the watermark would move.
      if (epochMillis > newest
          && !EcsMapper.isSuspect(epochMillis, System.currentTimeMillis(), maxAheadMillis)) {
        newest = epochMillis;
        if (newest >= nextStep) {
          nextStep = newest + STEP_MILLIS;
          emit(output);
        }
      }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      if (newest != Long.MIN_VALUE) {
        emit(output);
      }
    }

    private void emit(WatermarkOutput output) {
      output.emitWatermark(new Watermark(newest - outOfOrdernessMillis - 1));
    }
  }
}
