package io.github.gateweir.source.file;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;
import org.apache.flink.connector.base.source.reader.splitreader.SplitReader;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsChange;
import org.jspecify.annotations.Nullable;

/** Reads its files one after the other, a batch of lines each time. */
final class LogFileSplitReader implements SplitReader<ReadLine, LogFileSplit> {

  private final Queue<LogFileSplit> waiting = new ArrayDeque<>();
  private final int longest;
  private @Nullable LogFileLines current;

  LogFileSplitReader(int longest) {
    this.longest = longest;
  }

  @Override
  public RecordsWithSplitIds<ReadLine> fetch() throws IOException {
    if (current == null) {
      current = new LogFileLines(waiting.remove(), longest);
    }
    RecordsWithSplitIds<ReadLine> batch = current.next();
    if (current.ended()) {
      close();
    }
    return batch;
  }

  @Override
  public void handleSplitsChanges(SplitsChange<LogFileSplit> change) {
    waiting.addAll(change.splits());
  }

  /** A fetch reads half a megabyte at most and needs no waking. */
  @Override
  public void wakeUp() {}

  @Override
  public void close() throws IOException {
    if (current != null) {
      current.close();
      current = null;
    }
  }
}
