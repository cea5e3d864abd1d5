package io.github.gateweir.job;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.FunctionInitializationContext;

/**
 * Counts that are right after a restart. Flink's accumulators and metrics begin at zero when a task
 * is restarted, while its source goes back to the last checkpoint; these go back with it, and are
 * published as accumulators, where the client finds them when the job has ended.
 */
public final class RunCounts {

  private static final String STATE = "run-counts";

  private final Map<String, LongCounter> counters = new LinkedHashMap<>();
  private ListState<Count> state;

  /** Takes the counts of the last checkpoint. */
  public void restore(FunctionInitializationContext context) throws Exception {
    state =
        context
            .getOperatorStateStore()
            .getListState(new ListStateDescriptor<>(STATE, TypeInformation.of(Count.class)));
    for (Count count : state.get()) {
      counter(count.name()).add(count.value());
    }
  }

  /** Publishes a counter; called once for every name, before anything is counted. */
  public LongCounter open(RuntimeContext context, String name) {
    LongCounter counter = counter(name);
    context.addAccumulator(name, counter);
    return counter;
  }

  /** Puts the counts into the checkpoint. */
  public void snapshot() throws Exception {
    state.clear();
    for (Map.Entry<String, LongCounter> counter : counters.entrySet()) {
      state.add(new Count(counter.getKey(), counter.getValue().getLocalValuePrimitive()));
    }
  }

  private LongCounter counter(String name) {
    return counters.computeIfAbsent(name, ignored -> new LongCounter());
  }
}
