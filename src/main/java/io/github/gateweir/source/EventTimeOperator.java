package io.github.gateweir.source;

import io.github.gateweir.gateway.RawRecord;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.api.common.operators.ProcessingTimeService.ProcessingTimeCallback;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;

/**
 * Keeps event time going behind a source of a stream. Records pass through.
 *
 * <ul>
 *   <li>A subtask that has had no record for a while does not hold the others back, also when its
 *       source no longer says so (a source whose last file is finished does not).
 *   <li>When it has been quiet for long, its watermark goes on as fast as the wall clock, so that a
 *       quiet night closes its sessions. The subtask stays idle, so beside a busy one this has no
 *       effect. It goes on from the last record's watermark and does not jump to the present: a
 *       pause while old logs are read again does not make the rest of them late.
 * </ul>
 *
 * <p>The watermark is kept in the checkpoint, so that quiet time goes on after a restart.
 */
public final class EventTimeOperator extends AbstractStreamOperator<RawRecord>
    implements OneInputStreamOperator<RawRecord, RawRecord>,
        BoundedOneInput,
        ProcessingTimeCallback {

  private static final long serialVersionUID = 1L;
  private static final long TICK_MILLIS = 1000;
  private static final String STATE = "watermark";

  private final long idlenessMillis;
  private final long quietMillis;

  private transient ListState<Long> state;
  private transient long recordWatermark;
  private transient long emitted;
  private transient long lastRecord;
  private transient boolean hadRecord;
  private transient boolean idle;
  private transient ScheduledFuture<?> tick;

  /**
   * An operator for one source.
   *
   * @param idleness after how long without a record the subtask is idle
   * @param quiet after how long without a record its watermark goes on with the wall clock
   */
  public EventTimeOperator(Duration idleness, Duration quiet) {
    idlenessMillis = idleness.toMillis();
    quietMillis = quiet.toMillis();
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    state =
        context
            .getOperatorStateStore()
            .getUnionListState(new ListStateDescriptor<>(STATE, Types.LONG));
    recordWatermark = Long.MIN_VALUE;
    for (long watermark : state.get()) {
      // The subtasks may have been reordered: the earliest is right for every one of them.
      recordWatermark =
          recordWatermark == Long.MIN_VALUE ? watermark : Math.min(recordWatermark, watermark);
    }
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    state.clear();
    // The end of event time is no time to go on from.
    long watermark =
        emitted == Long.MAX_VALUE ? recordWatermark : Math.max(recordWatermark, emitted);
    if (watermark != Long.MIN_VALUE) {
      state.add(watermark);
    }
  }

  @Override
  public void open() throws Exception {
    super.open();
    emitted = Long.MIN_VALUE;
    lastRecord = now();
    getMetricGroup().addGroup("gateweir").gauge("watermarkLag", (Gauge<Long>) this::watermarkLag);
    tick = getProcessingTimeService().registerTimer(now() + TICK_MILLIS, this);
  }

  @Override
  public void close() throws Exception {
    if (tick != null) {
      tick.cancel(false);
    }
    super.close();
  }

  private long now() {
    return getProcessingTimeService().getCurrentProcessingTime();
  }

  /** How far the watermark is behind the wall clock, in milliseconds; 0 while there is none. */
  private long watermarkLag() {
    return emitted == Long.MIN_VALUE || emitted == Long.MAX_VALUE
        ? 0
        : System.currentTimeMillis() - emitted;
  }

  @Override
  public void processElement(StreamRecord<RawRecord> element) {
    hadRecord = true;
    if (idle) {
      setIdle(false);
    }
    output.collect(element);
  }

  @Override
  public void processWatermark(Watermark mark) {
    if (mark.getTimestamp() != Long.MAX_VALUE) {
      recordWatermark = Math.max(recordWatermark, mark.getTimestamp());
    }
    emit(mark.getTimestamp());
  }

  /** A job that is drained while its source is idle: Flink loses the end of event time then. */
  @Override
  public void endInput() {
    emit(Long.MAX_VALUE);
  }

  @Override
  public void processWatermarkStatus(WatermarkStatus status) {
    if (status.isIdle() != idle) {
      setIdle(status.isIdle());
    }
  }

  @Override
  public void onProcessingTime(long due) {
    // After a stall many ticks are due at once: with their own times they would count it as quiet.
    long time = now();
    if (hadRecord) {
      hadRecord = false;
      lastRecord = time;
    }
    long quietFor = time - lastRecord;
    if (quietFor >= idlenessMillis && !idle) {
      setIdle(true);
    }
    if (quietFor >= quietMillis && recordWatermark != Long.MIN_VALUE) {
      emit(recordWatermark + quietFor);
    }
    tick = getProcessingTimeService().registerTimer(time + TICK_MILLIS, this);
  }

  private void emit(long watermark) {
    if (watermark > emitted) {
      emitted = watermark;
      // Nobody takes the watermark of an idle subtask, so it is active for that moment.
      boolean wasIdle = idle;
      if (wasIdle) {
        setIdle(false);
      }
      output.emitWatermark(new Watermark(watermark));
      if (wasIdle) {
        setIdle(true);
      }
    }
  }

  private void setIdle(boolean idle) {
    this.idle = idle;
    output.emitWatermarkStatus(idle ? WatermarkStatus.IDLE : WatermarkStatus.ACTIVE);
  }
}
