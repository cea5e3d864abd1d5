package io.github.gateweir.source.file;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What a checkpoint keeps of the file source beside the files being read.
 *
 * @param listed whether the folders have been listed: a bounded input is listed only once
 * @param horizon files last changed before it count as read unless {@code unread} names them, in
 *     milliseconds since 1970; {@link Long#MIN_VALUE} when there is none yet
 * @param read the watched files that have been given to a reader or wait in {@code unread}, by
 *     path, with the time of their last change
 * @param unread the files that wait for a reader
 */
public record LogFileCheckpoint(
    boolean listed, long horizon, Map<String, Long> read, Collection<LogFileSplit> unread) {

  /** Copies what it is given. */
  public LogFileCheckpoint {
    read = Map.copyOf(read);
    unread = List.copyOf(unread);
  }

  /** Nothing has been done yet. */
  static LogFileCheckpoint start() {
    return new LogFileCheckpoint(false, ReadPaths.NO_HORIZON, Map.of(), List.of());
  }
}
