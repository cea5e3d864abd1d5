package io.github.gateweir.job;

import io.github.gateweir.alert.Alert;
import io.github.gateweir.alert.AlertGroup;
import io.github.gateweir.alert.AlertWindow;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Lets the first alert of those that are alike go out at once, and when event time has passed their
 * window, if there were more, one that sums them up. Keyed by what they have in common.
 *
 * <p>An alert behind the watermark, whose window is summed up already, goes out as if it were the
 * first: with the id that the first one had.
 */
final class SuppressAlertsFunction extends KeyedProcessFunction<String, Alert, Alert>
    implements CheckpointedFunction {

  /** The first alert of each open window, by the window's last millisecond. */
  static final MapStateDescriptor<Long, Alert> FIRST =
      new MapStateDescriptor<>("first-alert", Types.LONG, TypeInformation.of(Alert.class));

  /** What there was in each open window. */
  static final MapStateDescriptor<Long, AlertWindow> WINDOWS =
      new MapStateDescriptor<>("alert-window", Types.LONG, TypeInformation.of(AlertWindow.class));

  private static final long serialVersionUID = 1L;

  private transient LastWatermark watermark;
  private transient MapState<Long, Alert> first;
  private transient MapState<Long, AlertWindow> windows;
  private transient Counter suppressed;

  /** Alerts that are alike have the same; one that goes out whatever others say has its own. */
  static String key(Alert alert) {
    AlertGroup group = alert.group();
    return group == null ? alert.id() : group.key();
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    watermark = new LastWatermark();
    watermark.restore(context);
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    watermark.snapshot();
  }

  @Override
  public void open(OpenContext context) {
    first = getRuntimeContext().getMapState(FIRST);
    windows = getRuntimeContext().getMapState(WINDOWS);
    suppressed = new JobMetrics(getRuntimeContext().getMetricGroup()).counter("alertsSuppressed");
  }

  @Override
  public void processElement(Alert alert, Context context, Collector<Alert> out) throws Exception {
    long now = watermark.update(context.timerService());
    AlertGroup group = alert.group();
    if (group == null || group.windowEnd() <= now) {
      out.collect(alert);
      return;
    }
    long end = group.windowEnd();
    AlertWindow window = windows.get(end);
    if (window == null) {
      out.collect(alert);
      first.put(end, alert);
      windows.put(end, AlertWindow.of(group));
      context.timerService().registerEventTimeTimer(end);
    } else {
      suppressed.inc();
      windows.put(end, window.with(group));
    }
  }

  @Override
  public void onTimer(long end, OnTimerContext context, Collector<Alert> out) throws Exception {
    watermark.update(context.timerService());
    AlertWindow window = windows.get(end);
    Alert alert = first.get(end);
    if (window.needsSummary()) {
      out.collect(window.summary(alert, alert.group()));
    }
    windows.remove(end);
    first.remove(end);
  }
}
