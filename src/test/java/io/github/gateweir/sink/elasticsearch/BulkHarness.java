package io.github.gateweir.sink.elasticsearch;

import io.github.gateweir.config.ElasticsearchSettings;
import io.github.gateweir.config.SinkStream;
import io.github.gateweir.elasticsearch.Answer;
import io.github.gateweir.gateway.DeadLetter;
import io.github.gateweir.sink.Document;
import io.github.gateweir.testing.ListenedTask;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.testutils.MetricListener;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.operators.testutils.MockEnvironment;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.tasks.mailbox.Mail;
import org.apache.flink.streaming.runtime.tasks.mailbox.TaskMailbox;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.function.ThrowingRunnable;

/**
 * One subtask that writes to a scripted channel. The test's thread is the task's: what others put
 * into its mailbox runs when the operator yields, or in {@link #runMails}. The clock stands still
 * until the test moves it.
 */
final class BulkHarness implements AutoCloseable {

  private static final int MAX_PARALLELISM = 8;
  private static final String GROUP = "gateweir";

  private final MetricListener metrics = new MetricListener();
  private final ScriptedChannel channel = new ScriptedChannel();
  private final Queue<ThrowingRunnable<Exception>> steps = new ArrayDeque<>();
  private boolean yielding;
  private final MockEnvironment environment;
  private final OneInputStreamOperatorTestHarness<Document, DeadLetter> harness;

  private BulkHarness(
      SinkStream stream, ElasticsearchSettings settings, int parallelism, int subtask)
      throws Exception {
    environment =
        new MockEnvironmentBuilder()
            .setMaxParallelism(MAX_PARALLELISM)
            .setParallelism(parallelism)
            .setSubtaskIndex(subtask)
            .setMetricGroup(ListenedTask.of(metrics))
            .build();
    harness =
        new OneInputStreamOperatorTestHarness<>(
            new WriteBulkOperatorFactory(stream, settings, () -> channel), environment);
    harness.getExecutionConfig().enableObjectReuse();
  }

  /** The only subtask that writes events, without state. */
  static BulkHarness open(ElasticsearchSettings settings) throws Exception {
    return open(SinkStream.EVENTS, settings);
  }

  /** The only subtask that writes the stream, without state. */
  static BulkHarness open(SinkStream stream, ElasticsearchSettings settings) throws Exception {
    return opened(new BulkHarness(stream, settings, 1, 0));
  }

  /** One of several subtasks that write events, without state. */
  static BulkHarness open(int parallelism, int subtask, ElasticsearchSettings settings)
      throws Exception {
    return opened(new BulkHarness(SinkStream.EVENTS, settings, parallelism, subtask));
  }

  /** A subtask that writes events, with its part of the state that the subtasks left before. */
  static BulkHarness restore(
      ElasticsearchSettings settings, int parallelism, int subtask, OperatorSubtaskState... left)
      throws Exception {
    BulkHarness opened = new BulkHarness(SinkStream.EVENTS, settings, parallelism, subtask);
    opened.harness.initializeState(
        OneInputStreamOperatorTestHarness.repartitionOperatorState(
            OneInputStreamOperatorTestHarness.repackageState(left),
            MAX_PARALLELISM,
            left.length,
            parallelism,
            subtask));
    return opened(opened);
  }

  private static BulkHarness opened(BulkHarness harness) throws Exception {
    harness.harness.open();
    return harness;
  }

  ScriptedChannel channel() {
    return channel;
  }

  /** Gives the operator the events from the first number to the last, both included. */
  void write(int first, int last) throws Exception {
    StreamRecord<Document> reused = new StreamRecord<>(null);
    for (int number = first; number <= last; number++) {
      harness.processElement(reused.replace(Documents.event(number)));
    }
  }

  /**
   * Adds a step to what happens while the operator yields: one after the other, each when the
   * operator has seen what the step before has done.
   */
  void whenItYields(ThrowingRunnable<Exception> step) {
    steps.add(step);
    if (steps.size() == 1) {
      putNextStep();
    }
  }

  private void putNextStep() {
    put(this::runStep);
  }

  private void runStep() throws Exception {
    steps.element().run();
    steps.remove();
    if (!steps.isEmpty()) {
      putNextStep();
    }
  }

  /** Lets the operator do something; a step happens again and again while it yields. */
  void whileItYields(ThrowingRunnable<Exception> step, ThrowingRunnable<Exception> action)
      throws Exception {
    yielding = true;
    putAgain(step);
    action.run();
    yielding = false;
    runMails();
  }

  private void putAgain(ThrowingRunnable<Exception> step) {
    put(
        () -> {
          if (yielding) {
            step.run();
            putAgain(step);
          }
        });
  }

  private void put(ThrowingRunnable<Exception> step) {
    harness.getTaskMailbox().put(new Mail(step, TaskMailbox.MAX_PRIORITY, "a step of the test"));
  }

  /** Runs what is in the mailbox, and what this puts into it. */
  void runMails() throws Exception {
    Optional<Mail> mail = harness.getTaskMailbox().tryTake(TaskMailbox.MIN_PRIORITY);
    while (mail.isPresent()) {
      mail.get().run();
      mail = harness.getTaskMailbox().tryTake(TaskMailbox.MIN_PRIORITY);
    }
  }

  /** Answers the oldest open request, and lets the operator see it. */
  void answer(Answer answer) throws Exception {
    channel.next().answer(answer);
    runMails();
  }

  /** Says of the oldest open request that all its documents are there now. */
  void written() throws Exception {
    channel.next().written();
    runMails();
  }

  /** Moves the clock, which runs the timers that are due. */
  void advance(long millis) throws Exception {
    harness.setProcessingTime(harness.getProcessingTime() + millis);
  }

  int timers() {
    return harness.getProcessingTimeService().getNumActiveTimers();
  }

  void endInput() throws Exception {
    harness.endInput();
  }

  OperatorSubtaskState snapshot() throws Exception {
    return harness.snapshot(1, 1);
  }

  List<DeadLetter> refused() {
    return harness.extractOutputValues();
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

  long counter(String name) {
    return metrics.getCounter(GROUP, name).map(Counter::getCount).orElseThrow();
  }

  long secondsSinceLastAcknowledged() {
    Optional<Gauge<Long>> gauge = metrics.getGauge(GROUP, "secondsSinceLastAcknowledged");
    return gauge.orElseThrow().getValue();
  }

  Histogram bulkLatency() {
    return metrics.getHistogram(GROUP, "bulkLatency").orElseThrow();
  }

  /** What a task does before it closes its operators for good. */
  void closeMailbox() {
    harness.getTaskMailbox().close();
  }

  @Override
  public void close() {
    try {
      harness.close();
    } catch (Exception e) {
      throw new IllegalStateException("The subtask could not be closed.", e);
    }
  }
}
