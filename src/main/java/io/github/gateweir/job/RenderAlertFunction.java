package io.github.gateweir.job;

import io.github.gateweir.alert.Alert;
import io.github.gateweir.sink.Document;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;

/** Counts every alert and hands its document on. */
final class RenderAlertFunction extends RichMapFunction<Alert, Document>
    implements CheckpointedFunction {

  private static final long serialVersionUID = 1L;

  private transient RunCounts counts;
  private transient LongCounter alerts;

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
    alerts = counts.open(getRuntimeContext(), RunSummary.ALERTS);
  }

  @Override
  public Document map(Alert alert) {
    alerts.add(1);
    return new Document(alert.id(), alert.sessionId(), alert.json(), alert.place());
  }
}
