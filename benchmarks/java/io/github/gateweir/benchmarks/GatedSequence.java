package io.github.gateweir.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.core.io.InputStatus;

/**
 * The numbers from 0 that wait behind a gate, without holding up checkpoints. It works inside one
 * JVM, because the gate is found by its name.
 */
final class GatedSequence extends NumberSequenceSource {

  private static final long serialVersionUID = 1L;
  private static final Map<String, CompletableFuture<Void>> GATES = new ConcurrentHashMap<>();

  private final String gate;

  /** So many numbers, behind a gate of this name that is closed until {@link #open}. */
  GatedSequence(String gate, long count) {
    super(0, count - 1);
    this.gate = gate;
    GATES.put(gate, new CompletableFuture<>());
  }

  /** Lets the numbers through. */
  static void open(String gate) {
    GATES.get(gate).complete(null);
  }

  @Override
  public SourceReader<Long, NumberSequenceSplit> createReader(SourceReaderContext context) {
    return new Reader(super.createReader(context), GATES.get(gate));
  }

  @SuppressWarnings("try") // Flink's close may be interrupted
  private record Reader(
      SourceReader<Long, NumberSequenceSplit> numbers, CompletableFuture<Void> gate)
      implements SourceReader<Long, NumberSequenceSplit> {

    @Override
    public void start() {
      numbers.start();
    }

    @Override
    public InputStatus pollNext(ReaderOutput<Long> output) throws Exception {
      return gate.isDone() ? numbers.pollNext(output) : InputStatus.NOTHING_AVAILABLE;
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
      return CompletableFuture.allOf(gate, numbers.isAvailable());
    }

    @Override
    public List<NumberSequenceSplit> snapshotState(long checkpointId) {
      return numbers.snapshotState(checkpointId);
    }

    @Override
    public void addSplits(List<NumberSequenceSplit> splits) {
      numbers.addSplits(splits);
    }

    @Override
    public void notifyNoMoreSplits() {
      numbers.notifyNoMoreSplits();
    }

    @Override
    public void close() throws Exception {
      numbers.close();
    }
  }
}
