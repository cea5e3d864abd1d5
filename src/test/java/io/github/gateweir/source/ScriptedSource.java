package io.github.gateweir.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.gateweir.gateway.RawRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * A source that never ends, whose partitions hold what a test puts into them. It works inside one
 * JVM, because its partitions are found by their number.
 */
final class ScriptedSource implements Source<RawRecord, ScriptedSource.Split, Integer> {

  private static final long serialVersionUID = 1L;
  private static final List<Partition> PARTITIONS = new ArrayList<>();

  private final ArrayList<Split> splits = new ArrayList<>();

  /** Adds a partition that this subtask reads. */
  Partition partition(int subtask) {
    Partition partition = new Partition();
    synchronized (PARTITIONS) {
      splits.add(new Split(PARTITIONS.size(), subtask));
      PARTITIONS.add(partition);
    }
    return partition;
  }

  private static Partition find(Split split) {
    synchronized (PARTITIONS) {
      return PARTITIONS.get(split.number());
    }
  }

  /** What a test has put into a partition and the source has not read yet. */
  static final class Partition {
    private final Queue<RawRecord> records = new ConcurrentLinkedQueue<>();
    private volatile boolean finished;
    private volatile Runnable listener = () -> {};

    void send(RawRecord record) {
      records.add(record);
      listener.run();
    }

    /** Ends the partition behind what it holds; others go on. */
    void finish() {
      finished = true;
      listener.run();
    }
  }

  record Split(int number, int subtask) implements SourceSplit, java.io.Serializable {
    @Override
    public String splitId() {
      return "partition-" + number;
    }
  }

  private static final class Reader implements SourceReader<RawRecord, Split> {
    private final List<Split> assigned = new ArrayList<>();
    private CompletableFuture<Void> available = new CompletableFuture<>();

    @Override
    public void start() {}

    @Override
    public InputStatus pollNext(ReaderOutput<RawRecord> output) {
      for (Split split : assigned) {
        Partition partition = find(split);
        boolean finished = partition.finished;
        RawRecord record = partition.records.poll();
        if (record != null) {
          output.createOutputForSplit(split.splitId()).collect(record);
          return InputStatus.MORE_AVAILABLE;
        }
        if (finished) {
          output.releaseOutputForSplit(split.splitId());
          assigned.remove(split);
          return InputStatus.MORE_AVAILABLE;
        }
      }
      return InputStatus.NOTHING_AVAILABLE;
    }

    @Override
    public synchronized CompletableFuture<Void> isAvailable() {
      if (available.isDone()) {
        available = new CompletableFuture<>();
      }
      if (assigned.stream().map(ScriptedSource::find).anyMatch(Reader::hasNews)) {
        available.complete(null);
      }
      return available;
    }

    private static boolean hasNews(Partition partition) {
      return partition.finished || !partition.records.isEmpty();
    }

    private synchronized void wake() {
      available.complete(null);
    }

    @Override
    public void addSplits(List<Split> splits) {
      assigned.addAll(splits);
      splits.forEach(split -> find(split).listener = this::wake);
      wake();
    }

    @Override
    public List<Split> snapshotState(long checkpointId) {
      return assigned;
    }

    @Override
    public void notifyNoMoreSplits() {}

    @Override
    public void close() {}
  }

  private final class Enumerator implements SplitEnumerator<Split, Integer> {
    private final SplitEnumeratorContext<Split> context;

    Enumerator(SplitEnumeratorContext<Split> context) {
      this.context = context;
    }

    @Override
    public void start() {}

    @Override
    public void handleSplitRequest(int subtask, String host) {}

    @Override
    public void addSplitsBack(List<Split> back, int subtask) {}

    @Override
    public void addReader(int subtask) {
      for (Split split : splits) {
        if (split.subtask() == subtask) {
          context.assignSplit(split, subtask);
        }
      }
    }

    @Override
    public Integer snapshotState(long checkpointId) {
      return 0;
    }

    @Override
    public void close() {}
  }

  @Override
  public Boundedness getBoundedness() {
    return Boundedness.CONTINUOUS_UNBOUNDED;
  }

  @Override
  public SourceReader<RawRecord, Split> createReader(SourceReaderContext context) {
    return new Reader();
  }

  @Override
  public SplitEnumerator<Split, Integer> createEnumerator(SplitEnumeratorContext<Split> context) {
    return new Enumerator(context);
  }

  @Override
  public SplitEnumerator<Split, Integer> restoreEnumerator(
      SplitEnumeratorContext<Split> context, Integer checkpoint) {
    return new Enumerator(context);
  }

  @Override
  public SimpleVersionedSerializer<Split> getSplitSerializer() {
    return new Numbers<>() {
      @Override
      String write(Split split) {
        return split.number() + " " + split.subtask();
      }

      @Override
      Split read(String text) {
        int space = text.indexOf(' ');
        return new Split(
            Integer.parseInt(text.substring(0, space)),
            Integer.parseInt(text.substring(space + 1)));
      }
    };
  }

  @Override
  public SimpleVersionedSerializer<Integer> getEnumeratorCheckpointSerializer() {
    return new Numbers<>() {
      @Override
      String write(Integer number) {
        return number.toString();
      }

      @Override
      Integer read(String text) {
        return Integer.valueOf(text);
      }
    };
  }

  private abstract static class Numbers<T> implements SimpleVersionedSerializer<T> {
    abstract String write(T value);

    abstract T read(String text);

    @Override
    public int getVersion() {
      return 1;
    }

    @Override
    public byte[] serialize(T value) {
      return write(value).getBytes(UTF_8);
    }

    @Override
    public T deserialize(int version, byte[] bytes) {
      return read(new String(bytes, UTF_8));
    }
  }
}
