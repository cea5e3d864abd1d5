package io.github.gateweir.source.file;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The paths that have been read, each with the time of its last change, and the horizon: files
 * changed before it have been forgotten and count as read. The horizon follows the listings and not
 * the clock, so that nothing that arrives while the job is stopped, however long, falls behind it.
 */
final class ReadPaths {

  /** The horizon before the first listing: everything is to be read. */
  static final long NO_HORIZON = Long.MIN_VALUE;

  private final long rememberMillis;
  private final Map<String, Long> read;
  private long horizon;

  ReadPaths(Duration remember, Map<String, Long> read, long horizon) {
    this.rememberMillis = remember.toMillis();
    this.read = new HashMap<>(read);
    this.horizon = horizon;
  }

  /** Whether the file's path is known as read; a later change of the file keeps it known longer. */
  boolean knows(FoundFile file) {
    return read.computeIfPresent(file.path(), (path, time) -> Math.max(time, file.modified()))
        != null;
  }

  /** Whether the file, not known as read, is so old that it may have been read and forgotten. */
  boolean isBehindHorizon(FoundFile file) {
    return file.modified() < horizon;
  }

  /** Notes that a file is read. */
  void add(FoundFile file) {
    read.put(file.path(), file.modified());
  }

  /** Ends a listing: moves the horizon and forgets the paths behind it, which it returns. */
  Set<String> forget(long listingTime) {
    horizon = Math.max(horizon, listingTime - rememberMillis);
    Set<String> forgotten = new HashSet<>();
    read.forEach(
        (path, modified) -> {
          if (modified < horizon) {
            forgotten.add(path);
          }
        });
    read.keySet().removeAll(forgotten);
    return forgotten;
  }

  long horizon() {
    return horizon;
  }

  Map<String, Long> toMap() {
    return Map.copyOf(read);
  }
}
