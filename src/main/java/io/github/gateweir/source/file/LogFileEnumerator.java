package io.github.gateweir.source.file;

import java.io.FileNotFoundException;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.util.FlinkRuntimeException;
import org.jspecify.annotations.Nullable;

/** Gives the files to the readers in the order of their paths, one to a reader at a time. */
abstract class LogFileEnumerator implements SplitEnumerator<LogFileSplit, LogFileCheckpoint> {

  private final FileQueue queue;

  LogFileEnumerator(SplitEnumeratorContext<LogFileSplit> context, Collection<LogFileSplit> unread) {
    queue = new FileQueue(context, unread);
    context.metricGroup().setUnassignedSplitsGauge(() -> (long) queue.size());
  }

  /** Whether no file will be added any more. */
  abstract boolean isComplete();

  final void add(List<FoundFile> files) {
    queue.addAll(files.stream().map(file -> LogFileSplit.unread(file.path())).toList());
    assign();
  }

  final List<LogFileSplit> unread() {
    return queue.files();
  }

  /** What ends the job when its folders cannot be listed: for good when a path does not exist. */
  static RuntimeException notListed(Throwable failure) {
    return failure instanceof FileNotFoundException
        ? new SuppressRestartsException(failure)
        : new FlinkRuntimeException(failure.getMessage(), failure);
  }

  @Override
  public void handleSplitRequest(int subtask, @Nullable String host) {
    queue.request(subtask);
    assign();
  }

  @Override
  public void addSplitsBack(List<LogFileSplit> splits, int subtask) {
    queue.addAll(splits);
    assign();
  }

  @Override
  public void addReader(int subtask) {
    queue.forget(subtask);
  }

  @Override
  public void close() {}

  private void assign() {
    queue.assign();
    if (isComplete()) {
      queue.dismiss();
    }
  }
}
