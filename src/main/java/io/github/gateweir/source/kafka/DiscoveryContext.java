package io.github.gateweir.source.kafka;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.apache.flink.api.connector.source.ReaderInfo;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SplitsAssignment;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.metrics.groups.SplitEnumeratorMetricGroup;

/**
 * The surroundings of the enumerator of a bounded Kafka source, which see when its discovery is
 * over: nothing that it asked to be done aside is open. All is called in the coordinator's thread.
 */
final class DiscoveryContext implements SplitEnumeratorContext<KafkaPartitionSplit> {

  private final SplitEnumeratorContext<KafkaPartitionSplit> flink;

  /** The readers that know it: a second word to one that has finished would fail the job. */
  private final Set<Integer> told = new HashSet<>();

  private int open;
  private boolean discovered;

  DiscoveryContext(SplitEnumeratorContext<KafkaPartitionSplit> flink) {
    this.flink = flink;
  }

  /** A reader is new: what its predecessor was told counts no more. */
  void forget(int subtask) {
    told.remove(subtask);
  }

  /** Tells all readers that do not know it that no partition follows, if the discovery is over. */
  void endAfterDiscovery() {
    if (discovered) {
      registeredReaders().keySet().stream()
          .filter(subtask -> !told.contains(subtask))
          .toList()
          .forEach(this::signalNoMoreSplits);
    }
  }

  @Override
  public void signalNoMoreSplits(int subtask) {
    told.add(subtask);
    flink.signalNoMoreSplits(subtask);
  }

  @Override
  public <T> void callAsync(Callable<T> callable, BiConsumer<T, Throwable> handler) {
    open++;
    flink.callAsync(
        callable,
        (result, failure) -> {
          handler.accept(result, failure);
          open--;
          discovered = open == 0;
          endAfterDiscovery();
        });
  }

  @Override
  public <T> void callAsync(
      Callable<T> callable, BiConsumer<T, Throwable> handler, long delay, long everyMillis) {
    throw new UnsupportedOperationException("A bounded Kafka source discovers partitions once.");
  }

  @Override
  public SplitEnumeratorMetricGroup metricGroup() {
    return flink.metricGroup();
  }

  @Override
  public void sendEventToSourceReader(int subtask, SourceEvent event) {
    flink.sendEventToSourceReader(subtask, event);
  }

  @Override
  public int currentParallelism() {
    return flink.currentParallelism();
  }

  @Override
  public Map<Integer, ReaderInfo> registeredReaders() {
    return flink.registeredReaders();
  }

  @Override
  public void assignSplits(SplitsAssignment<KafkaPartitionSplit> assignment) {
    flink.assignSplits(assignment);
  }

  @Override
  public void runInCoordinatorThread(Runnable runnable) {
    flink.runInCoordinatorThread(runnable);
  }
}
