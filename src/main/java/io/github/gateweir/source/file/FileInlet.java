package io.github.gateweir.source.file;

import io.github.gateweir.config.EventTimeSettings;
import io.github.gateweir.config.FileSourceSettings;
import io.github.gateweir.gateway.RawRecord;
import io.github.gateweir.job.Inlet;
import io.github.gateweir.job.OperatorIds;
import io.github.gateweir.source.RecordTime;
import io.github.gateweir.source.Sources;
import java.util.List;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Reads raw records from log files, to their end or for ever. */
public final class FileInlet implements Inlet {

  private final FileSourceSettings files;
  private final EventTimeSettings eventTime;
  private final int longest;

  /** An inlet for logs in these files. */
  public FileInlet(FileSourceSettings files, EventTimeSettings eventTime) {
    this(files, eventTime, RawRecord.MAX_LENGTH);
  }

  /**
   * An inlet for lines of another length.
   *
   * @param longest how many bytes of a line are kept
   */
  public FileInlet(FileSourceSettings files, EventTimeSettings eventTime, int longest) {
    this.files = files;
    this.eventTime = eventTime;
    this.longest = longest;
  }

  @Override
  public DataStream<RawRecord> read(StreamExecutionEnvironment env) {
    List<Path> paths = files.paths().stream().map(Path::new).toList();
    if (files.bounded()) {
      return env.fromSource(
              LogFileSource.bounded(paths).withLongestLine(longest),
              RecordTime.heldToTheEnd(),
              "files")
          .uid(OperatorIds.FILE_SOURCE);
    }
    WatchSettings watch =
        new WatchSettings(files.discoveryInterval(), files.settle(), files.remember());
    return Sources.keepEventTime(
        env.fromSource(
                LogFileSource.watching(paths, watch).withLongestLine(longest),
                Sources.streaming(eventTime),
                "files")
            .uid(OperatorIds.FILE_SOURCE),
        eventTime);
  }
}
