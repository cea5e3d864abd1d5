package io.github.gateweir.source.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.apache.flink.api.connector.source.ReaderInfo;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SplitsAssignment;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumState;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.metrics.groups.SplitEnumeratorMetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.Test;

class EndingEnumeratorTest {

  private final Coordinator coordinator = new Coordinator();
  private final DiscoveryContext context = new DiscoveryContext(coordinator);

  @Test
  void endsReadersThatWereThereBeforeTheDiscovery() {
    EndingEnumerator enumerator = start(new Discovery(context, 1, false));
    register(enumerator, 0, 1);
    assertThat(coordinator.ended).isEmpty();

    coordinator.doWhatIsOpen();

    assertThat(coordinator.ended).containsExactly(0, 1);
  }

  @Test
  void endsReadersThatComeAfterTheDiscovery() {
    EndingEnumerator enumerator = start(new Discovery(context, 1, false));
    coordinator.doWhatIsOpen();

    register(enumerator, 0, 1);

    assertThat(coordinator.ended).containsExactly(0, 1);
  }

  @Test
  void waitsForWhatTheDiscoveryAsksForItself() {
    EndingEnumerator enumerator = start(new Discovery(context, 2, false));
    register(enumerator, 0);

    coordinator.doWhatIsOpen();
    assertThat(coordinator.ended).isEmpty();
    coordinator.doWhatIsOpen();

    assertThat(coordinator.ended).containsExactly(0);
  }

  @Test
  void addsNothingToWhatTheConnectorSays() {
    EndingEnumerator enumerator = start(new Discovery(context, 1, true));
    register(enumerator, 0);
    coordinator.doWhatIsOpen();
    assertThat(coordinator.ended).containsExactly(0);

    register(enumerator, 1);

    assertThat(coordinator.ended).containsExactly(0, 1);
  }

  @Test
  void endsAReaderAgainThatStartsAnew() {
    EndingEnumerator enumerator = start(new Discovery(context, 1, false));
    register(enumerator, 0, 1);
    coordinator.doWhatIsOpen();

    coordinator.readers.remove(0);
    enumerator.addSplitsBack(List.of(), 0);
    assertThat(coordinator.ended).containsExactly(0, 1);
    register(enumerator, 0);

    assertThat(coordinator.ended).containsExactly(0, 1, 0);
  }

  private EndingEnumerator start(Discovery kafka) {
    EndingEnumerator enumerator = new EndingEnumerator(kafka, context);
    enumerator.start();
    return enumerator;
  }

  private void register(EndingEnumerator enumerator, int... subtasks) {
    for (int subtask : subtasks) {
      coordinator.readers.put(subtask, new ReaderInfo(subtask, "localhost"));
      enumerator.addReader(subtask);
    }
  }

  /**
   * A discovery in so many steps, each of which asks for the next.
   *
   * @param tells whether it tells the readers itself that no partition follows, at its end
   */
  private record Discovery(DiscoveryContext context, int steps, boolean tells)
      implements SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> {

    @Override
    public void start() {
      step(steps);
    }

    private void step(int left) {
      context.callAsync(
          () -> left,
          (result, failure) -> {
            if (left > 1) {
              step(left - 1);
            } else if (tells) {
              context.registeredReaders().keySet().forEach(context::signalNoMoreSplits);
            }
          });
    }

    @Override
    public void addReader(int subtask) {}

    @Override
    public void addSplitsBack(List<KafkaPartitionSplit> splits, int subtask) {}

    @Override
    public void handleSplitRequest(int subtask, String host) {}

    @Override
    public KafkaSourceEnumState snapshotState(long checkpointId) {
      throw new UnsupportedOperationException("no state");
    }

    @Override
    public void close() {}
  }

  /** Does what it is asked to when the test says so, and notes which readers were ended. */
  private static final class Coordinator implements SplitEnumeratorContext<KafkaPartitionSplit> {

    private final Map<Integer, ReaderInfo> readers = new TreeMap<>();
    private final List<Integer> ended = new ArrayList<>();
    private final Queue<Runnable> open = new ArrayDeque<>();

    void doWhatIsOpen() {
      open.remove().run();
    }

    @Override
    public <T> void callAsync(Callable<T> callable, BiConsumer<T, Throwable> handler) {
      open.add(() -> handler.accept(null, null));
    }

    @Override
    public <T> void callAsync(
        Callable<T> callable, BiConsumer<T, Throwable> handler, long delay, long everyMillis) {
      throw new UnsupportedOperationException("nothing is done twice");
    }

    @Override
    public void signalNoMoreSplits(int subtask) {
      ended.add(subtask);
    }

    @Override
    public Map<Integer, ReaderInfo> registeredReaders() {
      return readers;
    }

    @Override
    public int currentParallelism() {
      return 2;
    }

    @Override
    public SplitEnumeratorMetricGroup metricGroup() {
      return UnregisteredMetricsGroup.createSplitEnumeratorMetricGroup();
    }

    @Override
    public void sendEventToSourceReader(int subtask, SourceEvent event) {
      throw new UnsupportedOperationException("the source has no events of its own");
    }

    @Override
    public void assignSplits(SplitsAssignment<KafkaPartitionSplit> assignment) {
      throw new UnsupportedOperationException("no partitions");
    }

    @Override
    public void runInCoordinatorThread(Runnable runnable) {
      runnable.run();
    }
  }
}
