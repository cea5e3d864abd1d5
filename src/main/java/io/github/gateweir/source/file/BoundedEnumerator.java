package io.github.gateweir.source.file;

import java.util.Map;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.jspecify.annotations.Nullable;

/** Lists the folders once; the input ends with the last of the files found. */
final class BoundedEnumerator extends LogFileEnumerator {

  private final SplitEnumeratorContext<LogFileSplit> context;
  private final FileLister lister;
  private boolean listed;

  BoundedEnumerator(
      SplitEnumeratorContext<LogFileSplit> context,
      FileLister lister,
      LogFileCheckpoint checkpoint) {
    super(context, checkpoint.unread());
    this.context = context;
    this.lister = lister;
    this.listed = checkpoint.listed();
  }

  @Override
  public void start() {
    if (!listed) {
      context.callAsync(lister::list, this::take);
    }
  }

  @Override
  boolean isComplete() {
    return listed;
  }

  @Override
  public LogFileCheckpoint snapshotState(long checkpointId) {
    return new LogFileCheckpoint(listed, ReadPaths.NO_HORIZON, Map.of(), unread());
  }

  private void take(Listing listing, @Nullable Throwable failure) {
    if (failure != null) {
      throw notListed(failure);
    }
    listed = true;
    add(listing.files());
  }
}
