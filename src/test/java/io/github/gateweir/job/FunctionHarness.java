package io.github.gateweir.job;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.testutils.MetricListener;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.metrics.groups.InternalOperatorMetricGroup;
import org.apache.flink.runtime.metrics.util.InterceptingOperatorMetricGroup;
import org.apache.flink.runtime.metrics.util.InterceptingTaskMetricGroup;
import org.apache.flink.runtime.operators.testutils.MockEnvironment;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** One subtask of an operator, with what it gives out, its accumulators and its counters. */
final class FunctionHarness<I, O> implements AutoCloseable {

  private static final int MAX_PARALLELISM = 8;

  private final MetricListener metrics = new MetricListener();
  private final MockEnvironment environment;
  private final OneInputStreamOperatorTestHarness<I, O> harness;

  private FunctionHarness(OneInputStreamOperator<I, O> operator, int parallelism, int subtask)
      throws Exception {
    environment =
        new MockEnvironmentBuilder()
            .setMaxParallelism(MAX_PARALLELISM)
            .setParallelism(parallelism)
            .setSubtaskIndex(subtask)
            .setMetricGroup(new ListenedTask(metrics.getMetricGroup()))
            .build();
    harness = new OneInputStreamOperatorTestHarness<>(operator, environment);
    harness.getExecutionConfig().enableObjectReuse();
  }

  /** The only subtask of an operator without state. */
  static <I, O> FunctionHarness<I, O> open(OneInputStreamOperator<I, O> operator) throws Exception {
    return open(operator, 1, 0);
  }

  /** A subtask of an operator without state. */
  static <I, O> FunctionHarness<I, O> open(
      OneInputStreamOperator<I, O> operator, int parallelism, int subtask) throws Exception {
    FunctionHarness<I, O> opened = new FunctionHarness<>(operator, parallelism, subtask);
    opened.harness.open();
    return opened;
  }

  /** A subtask of an operator with its part of the state that the subtasks left before. */
  static <I, O> FunctionHarness<I, O> restore(
      OneInputStreamOperator<I, O> operator,
      int parallelism,
      int subtask,
      OperatorSubtaskState... left)
      throws Exception {
    FunctionHarness<I, O> opened = new FunctionHarness<>(operator, parallelism, subtask);
    opened.harness.initializeState(
        OneInputStreamOperatorTestHarness.repartitionOperatorState(
            OneInputStreamOperatorTestHarness.repackageState(left),
            MAX_PARALLELISM,
            left.length,
            parallelism,
            subtask));
    opened.harness.open();
    return opened;
  }

  void process(I value) throws Exception {
    harness.processElement(new StreamRecord<>(value));
  }

  void watermark(long epochMillis) throws Exception {
    harness.processWatermark(epochMillis);
  }

  OperatorSubtaskState snapshot() throws Exception {
    return harness.snapshot(1, 1);
  }

  List<O> output() {
    return harness.extractOutputValues();
  }

  <T> List<T> sideOutput(OutputTag<T> tag) {
    var records = harness.getSideOutput(tag);
    return records == null ? List.of() : records.stream().map(StreamRecord::getValue).toList();
  }

  /** The accumulators that the subtask has published, by their names. */
  Map<String, Object> accumulators() {
    Map<String, Object> values = new TreeMap<>();
    environment
        .getAccumulatorRegistry()
        .getUserMap()
        .forEach((name, accumulator) -> values.put(name, accumulator.getLocalValue()));
    return values;
  }

  /** The value of a counter in the group {@code gateweir}. */
  long counter(String... name) {
    return metrics.getCounter(prefixed(name)).map(Counter::getCount).orElseThrow();
  }

  private static String[] prefixed(String... name) {
    String[] prefixed = new String[name.length + 1];
    prefixed[0] = "gateweir";
    System.arraycopy(name, 0, prefixed, 1, name.length);
    return prefixed;
  }

  @Override
  public void close() {
    try {
      harness.close();
    } catch (Exception e) {
      throw new IllegalStateException("The subtask could not be closed.", e);
    }
  }

  private static final class ListenedTask extends InterceptingTaskMetricGroup {
    private final MetricGroup group;

    ListenedTask(MetricGroup group) {
      this.group = group;
    }

    @Override
    public InternalOperatorMetricGroup getOrAddOperator(
        OperatorID id, String name, Map<String, String> variables) {
      return new ListenedOperator(group);
    }
  }

  private static final class ListenedOperator extends InterceptingOperatorMetricGroup {
    private final MetricGroup group;

    ListenedOperator(MetricGroup group) {
      this.group = group;
    }

    @Override
    public MetricGroup addGroup(String name) {
      return group.addGroup(name);
    }
  }
}
