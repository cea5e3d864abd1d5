package io.github.gateweir.source.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.apache.flink.api.connector.source.ReaderInfo;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SplitsAssignment;
import org.apache.flink.metrics.groups.SplitEnumeratorMetricGroup;
import org.apache.flink.metrics.testutils.MetricListener;
import org.apache.flink.runtime.metrics.groups.InternalSplitEnumeratorMetricGroup;

/** An enumerator's surroundings, which list when a test says so and note who was given what. */
final class FakeEnumeratorContext implements SplitEnumeratorContext<LogFileSplit> {

  private final MetricListener metrics = new MetricListener();
  private final Map<Integer, ReaderInfo> readers = new HashMap<>();
  private final List<String> events = new ArrayList<>();
  private Runnable listing;
  private long period = -1;

  void register(int... subtasks) {
    for (int subtask : subtasks) {
      readers.put(subtask, new ReaderInfo(subtask, "localhost"));
    }
  }

  void unregister(int subtask) {
    readers.remove(subtask);
  }

  /** Does what the enumerator asked to be done, once. */
  void list() {
    listing.run();
  }

  boolean isListingAsked() {
    return listing != null;
  }

  long period() {
    return period;
  }

  /** What was assigned or signalled since the last call, as "subtask name" or "subtask end". */
  List<String> events() {
    List<String> since = List.copyOf(events);
    events.clear();
    return since;
  }

  long counter(String name) {
    return metrics.getCounter("enumerator", name).orElseThrow().getCount();
  }

  long unassigned() {
    return metrics.<Long>getGauge("enumerator", "unassignedSplits").orElseThrow().getValue();
  }

  @Override
  public SplitEnumeratorMetricGroup metricGroup() {
    return new InternalSplitEnumeratorMetricGroup(metrics.getMetricGroup());
  }

  @Override
  public void sendEventToSourceReader(int subtask, SourceEvent event) {
    throw new UnsupportedOperationException("the file source has no events of its own");
  }

  @Override
  public int currentParallelism() {
    return 2;
  }

  @Override
  public Map<Integer, ReaderInfo> registeredReaders() {
    return readers;
  }

  @Override
  public void assignSplits(SplitsAssignment<LogFileSplit> assignment) {
    assignment
        .assignment()
        .forEach(
            (subtask, splits) ->
                splits.forEach(split -> events.add(subtask + " " + LogFilesTest.name(split))));
  }

  @Override
  public void signalNoMoreSplits(int subtask) {
    events.add(subtask + " end");
  }

  @Override
  public <T> void callAsync(Callable<T> callable, BiConsumer<T, Throwable> handler) {
    callAsync(callable, handler, 0, 0);
  }

  @Override
  public <T> void callAsync(
      Callable<T> callable, BiConsumer<T, Throwable> handler, long delay, long everyMillis) {
    period = everyMillis;
    listing = () -> call(callable, handler);
  }

  private static <T> void call(Callable<T> callable, BiConsumer<T, Throwable> handler) {
    T result;
    try {
      result = callable.call();
    } catch (Exception e) {
      handler.accept(null, e);
      return;
    }
    handler.accept(result, null);
  }

  @Override
  public void runInCoordinatorThread(Runnable runnable) {
    runnable.run();
  }
}
