package io.github.gateweir.source.file;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells files that are complete from those that something still writes to. A file is complete when
 * it looks the same as in the listing before and was not changed for a while, by its own time or,
 * as that may lie in the future, by ours.
 */
final class GrowingFiles {

  private record Sighting(FoundFile file, long since) {}

  private final long settleMillis;
  private Map<String, Sighting> growing = Map.of();

  GrowingFiles(Duration settle) {
    this.settleMillis = settle.toMillis();
  }

  /** Those of the unread files that are complete; the others are compared again next time. */
  List<FoundFile> settled(List<FoundFile> unread, long time) {
    Map<String, Sighting> stillGrowing = new HashMap<>();
    for (FoundFile file : unread) {
      Sighting before = growing.get(file.path());
      boolean changed = before != null && !before.file().equals(file);
      long since = before == null || changed ? time : before.since();
      if (changed || Math.min(file.modified(), since) > time - settleMillis) {
        stillGrowing.put(file.path(), new Sighting(file, since));
      }
    }
    growing = stillGrowing;
    return unread.stream().filter(file -> !stillGrowing.containsKey(file.path())).toList();
  }
}
