package io.github.gateweir.job;

import io.github.gateweir.ecs.EcsEvent;
import io.github.gateweir.ecs.EcsJsonWriter;
import io.github.gateweir.ecs.Profile;
import io.github.gateweir.gateway.DeadLetter;
import io.github.gateweir.gateway.DeadLetterCode;
import io.github.gateweir.sink.Document;
import java.time.Clock;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Renders every event as its document. One that the sink could not take because of its size becomes
 * a dead letter here, before the sink fails on it.
 */
final class RenderEventFunction extends ProcessFunction<EcsEvent, Document>
    implements CheckpointedFunction {

  private static final long serialVersionUID = 1L;

  private final Profile profile;
  private final int maxBytes;
  private transient EcsJsonWriter writer;
  private transient RunCounts counts;
  private transient LongCounter events;
  private transient LongCounter unwritable;
  private transient Counter tooLarge;

  /**
   * Renders documents of this profile.
   *
   * @param maxBytes the most that the sink takes of a document and its key together
   */
  RenderEventFunction(Profile profile, int maxBytes) {
    this.profile = profile;
    this.maxBytes = maxBytes;
  }

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
    writer = new EcsJsonWriter(profile);
    events = counts.open(getRuntimeContext(), RunSummary.EVENTS);
    unwritable = counts.open(getRuntimeContext(), RunSummary.UNWRITABLE);
    tooLarge =
        new JobMetrics(getRuntimeContext().getMetricGroup()).deadLetters(DeadLetterCode.TOO_LARGE);
  }

  @Override
  public void processElement(EcsEvent event, Context context, Collector<Document> out) {
    byte[] json = writer.write(event);
    if (json.length + event.sessionIdLength() <= maxBytes) {
      events.add(1);
      out.collect(new Document(event.id(), event.sessionId(), json, event.place()));
    } else {
      unwritable.add(1);
      tooLarge.inc();
      context.output(RouteFunction.DEAD_LETTERS, deadLetter(event, json.length));
    }
  }

  private DeadLetter deadLetter(EcsEvent event, int length) {
    byte[] line = event.line();
    return new DeadLetter(
        event.place(),
        DeadLetterCode.TOO_LARGE,
        "The document has "
            + length
            + " bytes; the sink takes "
            + maxBytes
            + " at the most. Raise the limit of the topic and of the sink, then replay.",
        line,
        line.length,
        Clock.systemUTC().millis());
  }
}
