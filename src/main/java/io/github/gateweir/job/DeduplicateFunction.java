package io.github.gateweir.job;

import io.github.gateweir.ecs.EcsEvent;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Drops an event whose id has passed before, as long as the id is remembered: until the watermark
 * is a window past the event's time. An event that is late is remembered from the watermark on
 * instead, and so is one whose time cannot be right. A duplicate does not prolong the memory.
 *
 * <p>Every key that has state has one timer, for the earliest of its ids to forget; its time is
 * rounded up, so that a key with many ids goes through them a few times a window and not once for
 * each of them.
 */
final class DeduplicateFunction extends KeyedProcessFunction<String, EcsEvent, EcsEvent>
    implements CheckpointedFunction {

  /** When each id is forgotten: the watermark in milliseconds since the epoch, or UNDATED. */
  static final MapStateDescriptor<EventId, Long> SEEN =
      new MapStateDescriptor<>("seen", TypeInformation.of(EventId.class), Types.LONG);

  /** The time of the key's timer. */
  static final ValueStateDescriptor<Long> SWEEP = new ValueStateDescriptor<>("sweep", Types.LONG);

  private static final long serialVersionUID = 1L;

  /** How often a window the ids of a key are gone through. */
  private static final int SWEEPS = 8;

  /**
   * When an id is forgotten that came before the first watermark with a time that cannot be right:
   * a window after that watermark.
   */
  private static final long UNDATED = Long.MIN_VALUE;

  private static final long NEVER = Long.MAX_VALUE;

  private final long windowMillis;
  private final long sweepMillis;

  private transient RunCounts counts;
  private transient LastWatermark watermark;
  private transient LongCounter dropped;
  private transient Counter duplicates;
  private transient MapState<EventId, Long> seen;
  private transient ValueState<Long> sweep;

  DeduplicateFunction(Duration window) {
    windowMillis = window.toMillis();
    sweepMillis = Math.max(1, windowMillis / SWEEPS);
  }

  /** What the state is kept by: the session, or the event itself when it belongs to none. */
  static String key(EcsEvent event) {
    String session = event.sessionId();
    return session == null ? event.id() : session;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    counts = new RunCounts();
    counts.restore(context);
    watermark = new LastWatermark();
    watermark.restore(context);
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    counts.snapshot();
    watermark.snapshot();
  }

  @Override
  public void open(OpenContext context) {
    dropped = counts.open(getRuntimeContext(), RunSummary.DUPLICATES);
    duplicates = new JobMetrics(getRuntimeContext().getMetricGroup()).counter("duplicates");
    seen = getRuntimeContext().getMapState(SEEN);
    sweep = getRuntimeContext().getState(SWEEP);
  }

  @Override
  public void processElement(EcsEvent event, Context context, Collector<EcsEvent> out)
      throws Exception {
    long now = watermark.update(context.timerService());
    EventId id = EventId.of(event);
    Long end = seen.get(id);
    if (end != null && (end == UNDATED || end > now)) {
      dropped.add(1);
      duplicates.inc();
    } else {
      remember(id, end(event, now), context.timerService());
      out.collect(event);
    }
  }

  private long end(EcsEvent event, long now) {
    if (!event.timestampSuspect()) {
      return Math.max(event.epochMillis(), now) + windowMillis;
    }
    return now == LastWatermark.NONE ? UNDATED : now + windowMillis;
  }

  private void remember(EventId id, long end, TimerService timers) throws Exception {
    seen.put(id, end);
    Long due = sweep.value();
    long wanted = roundedUp(end);
    if (due == null || wanted < due) {
      if (due != null) {
        timers.deleteEventTimeTimer(due);
      }
      schedule(wanted, timers);
    }
  }

  @Override
  public void onTimer(long due, OnTimerContext context, Collector<EcsEvent> out) throws Exception {
    TimerService timers = context.timerService();
    // Not the timer's time: when the watermark jumps, all that it has passed goes at once.
    long next = forget(Math.max(watermark.update(timers), timers.currentWatermark()));
    if (next == NEVER) {
      seen.clear();
      sweep.clear();
    } else {
      schedule(roundedUp(next), timers);
    }
  }

  /** Forgets the ids whose time has come; returns when the next one's does. */
  private long forget(long now) throws Exception {
    long next = NEVER;
    for (Iterator<Map.Entry<EventId, Long>> ids = seen.iterator(); ids.hasNext(); ) {
      Map.Entry<EventId, Long> id = ids.next();
      long end = id.getValue();
      if (end == UNDATED && now != Long.MAX_VALUE) {
        end = now + windowMillis;
        id.setValue(end);
      }
      if (end <= now) {
        ids.remove();
      } else {
        next = Math.min(next, end);
      }
    }
    return next;
  }

  private void schedule(long time, TimerService timers) throws Exception {
    sweep.update(time);
    timers.registerEventTimeTimer(time);
  }

  private long roundedUp(long end) {
    return end == UNDATED
        ? UNDATED
        : Math.floorDiv(end + sweepMillis - 1, sweepMillis) * sweepMillis;
  }
}
