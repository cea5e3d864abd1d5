package io.github.gateweir.source.file;

import io.github.gateweir.gateway.RawRecord;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The lines of log files, plain or gzip, each with its place; every line exactly once, also after a
 * restart. Files are read in the order of their full paths, one by a subtask at a time, and each
 * has an output of its own for the watermark strategy. Names that begin with {@code .}, {@code _}
 * or {@code ownership-challenge} or end with {@code .tmp} or {@code .part} are left alone, unless a
 * path given here names such a file itself.
 */
public final class LogFileSource implements Source<RawRecord, LogFileSplit, LogFileCheckpoint> {

  private static final long serialVersionUID = 1L;

  private final ArrayList<Path> paths;
  private final @Nullable WatchSettings watch;
  private final int longest;

  private LogFileSource(Collection<Path> paths, @Nullable WatchSettings watch, int longest) {
    if (paths.isEmpty()) {
      throw new IllegalArgumentException(
          "There is no path to read logs from; name at least one file or folder.");
    }
    this.paths = new ArrayList<>(paths);
    this.watch = watch;
    this.longest = longest;
  }

  /**
   * Reads what is there when the job starts, then ends. A path that does not exist ends the job.
   *
   * @param paths files, or folders that are read with all that lies in them
   */
  public static LogFileSource bounded(Collection<Path> paths) {
    return new LogFileSource(paths, null, RawRecord.MAX_LENGTH);
  }

  /**
   * Reads what is there and what is added, for ever. A file is read once: what is written to it
   * later is not seen.
   *
   * @param paths files, or folders that are read with all that lies in them
   */
  public static LogFileSource watching(Collection<Path> paths, WatchSettings settings) {
    return new LogFileSource(paths, settings, RawRecord.MAX_LENGTH);
  }

  /** The same source with another limit for the bytes that are kept of a line. */
  public LogFileSource withLongestLine(int bytes) {
    return new LogFileSource(paths, watch, bytes);
  }

  @Override
  public Boundedness getBoundedness() {
    return watch == null ? Boundedness.BOUNDED : Boundedness.CONTINUOUS_UNBOUNDED;
  }

  @Override
  public SourceReader<RawRecord, LogFileSplit> createReader(SourceReaderContext context) {
    return new LogFileReader(context, longest);
  }

  @Override
  public SplitEnumerator<LogFileSplit, LogFileCheckpoint> createEnumerator(
      SplitEnumeratorContext<LogFileSplit> context) {
    return restoreEnumerator(context, LogFileCheckpoint.start());
  }

  @Override
  public SplitEnumerator<LogFileSplit, LogFileCheckpoint> restoreEnumerator(
      SplitEnumeratorContext<LogFileSplit> context, LogFileCheckpoint checkpoint) {
    FileLister lister = new FileLister(paths, InstantSource.system());
    return watch == null
        ? new BoundedEnumerator(context, lister, checkpoint)
        : new WatchingEnumerator(context, lister, watch, checkpoint);
  }

  @Override
  public SimpleVersionedSerializer<LogFileSplit> getSplitSerializer() {
    return new LogFileSplitSerializer();
  }

  @Override
  public SimpleVersionedSerializer<LogFileCheckpoint> getEnumeratorCheckpointSerializer() {
    return new LogFileCheckpointSerializer();
  }
}
