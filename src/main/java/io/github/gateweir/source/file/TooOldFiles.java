package io.github.gateweir.source.file;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.metrics.Counter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files behind the horizon, which are left alone. Those that this run has seen before are an
 * old story; the others are counted and warned about once, because a file that arrives with an old
 * time of change looks just like one that was read and forgotten.
 */
final class TooOldFiles {

  private static final Logger LOG = LoggerFactory.getLogger(TooOldFiles.class);

  private final Counter counter;
  private Set<String> known = Set.of();

  TooOldFiles(Counter counter) {
    this.counter = counter;
  }

  /**
   * Leaves files alone.
   *
   * @param forgotten the paths that were read and have just fallen behind the horizon
   */
  void leave(List<FoundFile> files, long horizon, Set<String> forgotten) {
    List<FoundFile> unknown = files.stream().filter(file -> !known.contains(file.path())).toList();
    if (!unknown.isEmpty()) {
      counter.inc(unknown.size());
      LOG.warn(
          "{} files were last changed before {} and count as read long ago; they are left alone. The first is {}. If it is new, copy it so that its time of change is today's.",
          unknown.size(),
          Instant.ofEpochMilli(horizon),
          unknown.get(0).path());
    }
    known = new HashSet<>(forgotten);
    files.forEach(file -> known.add(file.path()));
  }
}
