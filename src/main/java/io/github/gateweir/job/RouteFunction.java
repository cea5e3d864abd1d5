package io.github.gateweir.job;

import io.github.gateweir.ecs.EcsEvent;
import io.github.gateweir.ecs.Mapped;
import io.github.gateweir.gateway.DeadLetter;
import io.github.gateweir.gateway.DeadLetterCode;
import io.github.gateweir.gateway.IgnoreReason;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Passes events on, sends dead letters to a side output and drops what is ignored; everything is
 * counted, so that read = events + dead letters + ignored can be shown.
 */
final class RouteFunction extends ProcessFunction<Mapped, EcsEvent>
    implements CheckpointedFunction {

  /** The records that could not become events. */
  static final OutputTag<DeadLetter> DEAD_LETTERS =
      new OutputTag<>("dead-letters") {
        private static final long serialVersionUID = 1L;
      };

  private static final long serialVersionUID = 1L;

  private transient RunCounts counts;
  private transient LongCounter read;
  private transient LongCounter ignored;
  private transient LongCounter dead;
  private transient Counter eventsMapped;
  private transient Counter bytesIn;
  private transient Counter lateRecords;
  private transient Counter suspectTimestamps;
  private transient Counter eventsWithSkippedFields;
  private transient Map<DeadLetterCode, Counter> deadLetters;
  private transient Map<IgnoreReason, Counter> ignoredBy;

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    counts = new RunCounts();
    counts.restore(context);
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    counts.snapshot();
  }

  @Override
  public void open(OpenContext context) {
    read = counts.open(getRuntimeContext(), RunSummary.READ);
    ignored = counts.open(getRuntimeContext(), RunSummary.IGNORED);
    dead = counts.open(getRuntimeContext(), RunSummary.UNMAPPABLE);
    JobMetrics metrics = new JobMetrics(getRuntimeContext().getMetricGroup());
    eventsMapped = metrics.counter("eventsMapped");
    bytesIn = metrics.counter("bytesIn");
    lateRecords = metrics.counter("lateRecords");
    suspectTimestamps = metrics.counter("suspectTimestamps");
    eventsWithSkippedFields = metrics.counter("eventsWithSkippedFields");
    deadLetters = new EnumMap<>(DeadLetterCode.class);
    for (DeadLetterCode code : DeadLetterCode.values()) {
      deadLetters.put(code, metrics.deadLetters(code));
    }
    ignoredBy = new EnumMap<>(IgnoreReason.class);
    for (IgnoreReason reason : IgnoreReason.values()) {
      ignoredBy.put(reason, metrics.ignored(reason));
    }
  }

  @Override
  public void processElement(Mapped mapped, Context context, Collector<EcsEvent> out) {
    read.add(1);
    EcsEvent event = mapped.event();
    if (event != null) {
      count(event, context.timerService().currentWatermark());
      out.collect(event);
    } else if (mapped.deadLetter() != null) {
      DeadLetter letter = mapped.deadLetter();
      dead.add(1);
      bytesIn.inc(letter.originalLength());
      deadLetters.get(letter.code()).inc();
      context.output(DEAD_LETTERS, letter);
    } else {
      ignored.add(1);
      ignoredBy.get(mapped.ignored()).inc();
    }
  }

  private void count(EcsEvent event, long watermark) {
    eventsMapped.inc();
    bytesIn.inc(event.lineLength());
    if (event.timestampSuspect()) {
      suspectTimestamps.inc();
    } else if (event.epochMillis() <= watermark) {
      lateRecords.inc();
    }
    if (event.hasSkippedFields()) {
      eventsWithSkippedFields.inc();
    }
  }
}
