package io.github.gateweir.job;

import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.streaming.api.TimerService;

/**
 * How far event time had come when a keyed function last looked. It is kept in the checkpoint,
 * which Flink's watermarks are not: after a restart a function would take a late record for an
 * early one.
 */
final class LastWatermark {

  /** What it is before the first watermark. */
  static final long NONE = Long.MIN_VALUE;

  private static final String STATE = "last-watermark";

  private long last = NONE;
  private ListState<Long> state;

  /** Takes the watermark of the last checkpoint. */
  void restore(FunctionInitializationContext context) throws Exception {
    state =
        context
            .getOperatorStateStore()
            .getUnionListState(new ListStateDescriptor<>(STATE, Types.LONG));
    for (long watermark : state.get()) {
      // Every subtask gets the same watermarks; one without records has only not looked for long.
      last = Math.max(last, watermark);
    }
  }

  /** Looks at the present watermark and returns the latest that there was. */
  long update(TimerService timers) {
    long current = timers.currentWatermark();
    // The end of event time is no time to go on from.
    if (current != Long.MAX_VALUE) {
      last = Math.max(last, current);
    }
    return last;
  }

  /** Puts the watermark into the checkpoint. */
  void snapshot() throws Exception {
    state.update(last == NONE ? List.of() : List.of(last));
  }
}
