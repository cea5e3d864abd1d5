package io.github.gateweir.source.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lists the folders again and again and adds the files that are new and complete. */
final class WatchingEnumerator extends LogFileEnumerator {

  private static final Logger LOG = LoggerFactory.getLogger(WatchingEnumerator.class);

  private final SplitEnumeratorContext<LogFileSplit> context;
  private final FileLister lister;
  private final WatchSettings settings;
  private final ReadPaths read;
  private final GrowingFiles growing;
  private final TooOldFiles tooOld;
  private boolean listed;

  WatchingEnumerator(
      SplitEnumeratorContext<LogFileSplit> context,
      FileLister lister,
      WatchSettings settings,
      LogFileCheckpoint checkpoint) {
    super(context, checkpoint.unread());
    this.context = context;
    this.lister = lister;
    this.settings = settings;
    this.read = new ReadPaths(settings.remember(), checkpoint.read(), checkpoint.horizon());
    this.growing = new GrowingFiles(settings.settle());
    this.tooOld = new TooOldFiles(context.metricGroup().counter("filesTooOld"));
  }

  @Override
  public void start() {
    context.callAsync(lister::list, this::take, 0, settings.interval().toMillis());
  }

  @Override
  boolean isComplete() {
    return false;
  }

  @Override
  public LogFileCheckpoint snapshotState(long checkpointId) {
    return new LogFileCheckpoint(true, read.horizon(), read.toMap(), unread());
  }

  private void take(Listing listing, @Nullable Throwable failure) {
    if (failure == null) {
      listed = true;
      take(listing);
    } else if (listed) {
      // The storage was there before: it may come back, and the files being read need no listing.
      LOG.warn(
          "The folders could not be listed; they are listed again in {}.",
          settings.interval(),
          failure);
    } else {
      throw notListed(failure);
    }
  }

  private void take(Listing listing) {
    List<FoundFile> unread = new ArrayList<>();
    List<FoundFile> old = new ArrayList<>();
    for (FoundFile file : listing.files()) {
      if (!read.knows(file)) {
        (read.isBehindHorizon(file) ? old : unread).add(file);
      }
    }
    long horizon = read.horizon();
    List<FoundFile> settled = growing.settled(unread, listing.time());
    settled.forEach(read::add);
    Set<String> forgotten = read.forget(listing.time());
    tooOld.leave(old, horizon, forgotten);
    add(settled);
  }
}
