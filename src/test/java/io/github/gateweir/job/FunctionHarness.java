package io.github.gateweir.job;

import io.github.gateweir.testing.ListenedTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.testutils.MetricListener;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.event.WatermarkEvent;
import org.apache.flink.runtime.operators.testutils.MockEnvironment;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.LatencyMarker;
import org.apache.flink.streaming.runtime.streamrecord.RecordAttributes;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/**
 * One subtask of an operator, with what it gives out (the very objects, as with object reuse in a
 * chain), its accumulators and its counters.
 */
class FunctionHarness<I, O> implements AutoCloseable {

  static final int MAX_PARALLELISM = 8;

  private final MetricListener metrics = new MetricListener();
  private final MockEnvironment environment;
  private final OneInputStreamOperatorTestHarness<I, O> harness;
  private final CapturedOutput<O> output = new CapturedOutput<>();
  private final StreamRecord<I> input = new StreamRecord<>(null);

  /** Makes the harness of Flink's that is inside this one. */
  interface Maker<I, O> {
    OneInputStreamOperatorTestHarness<I, O> make(MockEnvironment environment) throws Exception;
  }

  /** A subtask that is not yet open. */
  FunctionHarness(Maker<I, O> maker, int parallelism, int subtask) throws Exception {
    environment =
        new MockEnvironmentBuilder()
            .setMaxParallelism(MAX_PARALLELISM)
            .setParallelism(parallelism)
            .setSubtaskIndex(subtask)
            .setMetricGroup(ListenedTask.of(metrics))
            .build();
    harness = maker.make(environment);
    harness.getExecutionConfig().enableObjectReuse();
    harness.setOutputCreator(serializer -> output);
  }

  /** The only subtask of an operator without state. */
  static <I, O> FunctionHarness<I, O> open(OneInputStreamOperator<I, O> operator) throws Exception {
    return open(operator, 1, 0);
  }

  /** A subtask of an operator without state. */
  static <I, O> FunctionHarness<I, O> open(
      OneInputStreamOperator<I, O> operator, int parallelism, int subtask) throws Exception {
    FunctionHarness<I, O> opened = of(operator, parallelism, subtask);
    opened.openWith();
    return opened;
  }

  /** A subtask of an operator with its part of the state that the subtasks left before. */
  static <I, O> FunctionHarness<I, O> restore(
      OneInputStreamOperator<I, O> operator,
      int parallelism,
      int subtask,
      OperatorSubtaskState... left)
      throws Exception {
    FunctionHarness<I, O> opened = of(operator, parallelism, subtask);
    opened.openWith(left);
    return opened;
  }

  private static <I, O> FunctionHarness<I, O> of(
      OneInputStreamOperator<I, O> operator, int parallelism, int subtask) throws Exception {
    return new FunctionHarness<>(
        environment -> new OneInputStreamOperatorTestHarness<>(operator, environment),
        parallelism,
        subtask);
  }

  /** Opens the subtask with its part of the state that the subtasks left before. */
  void openWith(OperatorSubtaskState... left) throws Exception {
    if (left.length > 0) {
      harness.initializeState(
          OneInputStreamOperatorTestHarness.repartitionOperatorState(
              OneInputStreamOperatorTestHarness.repackageState(left),
              MAX_PARALLELISM,
              left.length,
              environment.getTaskInfo().getNumberOfParallelSubtasks(),
              environment.getTaskInfo().getIndexOfThisSubtask()));
    }
    harness.open();
  }

  /** The harness of Flink's that is inside this one. */
  OneInputStreamOperatorTestHarness<I, O> flinks() {
    return harness;
  }

  void process(I value) throws Exception {
    harness.processElement(input.replace(value));
  }

  void watermark(long epochMillis) throws Exception {
    harness.processWatermark(epochMillis);
  }

  OperatorSubtaskState snapshot() throws Exception {
    return harness.snapshot(1, 1);
  }

  List<O> output() {
    return output.main;
  }

  @SuppressWarnings("unchecked")
  <T> List<T> sideOutput(OutputTag<T> tag) {
    return (List<T>) output.side.getOrDefault(tag.getId(), List.of());
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

  private static final class CapturedOutput<T> implements Output<StreamRecord<T>> {
    private final List<T> main = new ArrayList<>();
    private final Map<String, List<Object>> side = new TreeMap<>();

    @Override
    public void collect(StreamRecord<T> record) {
      main.add(record.getValue());
    }

    @Override
    public <X> void collect(OutputTag<X> tag, StreamRecord<X> record) {
      side.computeIfAbsent(tag.getId(), id -> new ArrayList<>()).add(record.getValue());
    }

    @Override
    public void emitWatermark(Watermark mark) {}

    @Override
    public void emitWatermark(WatermarkEvent mark) {}

    @Override
    public void emitWatermarkStatus(WatermarkStatus status) {}

    @Override
    public void emitLatencyMarker(LatencyMarker marker) {}

    @Override
    public void emitRecordAttributes(RecordAttributes attributes) {}

    @Override
    public void close() {}
  }
}
