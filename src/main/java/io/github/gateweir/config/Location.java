package io.github.gateweir.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** What the text of a path means: a place of this machine or of another file system. */
final class Location {

  private Location() {}

  /**
   * The path that does not depend on the folder in which a process happens to run: client,
   * JobManager and TaskManager have different ones.
   */
  static String absolute(String path) {
    return local(path).map(Path::toString).orElse(path);
  }

  /** The absolute path, when it is one of this machine's file system. */
  static Optional<Path> local(String path) {
    URI uri = new org.apache.flink.core.fs.Path(path).toUri();
    return uri.getScheme() == null || uri.getScheme().equals("file")
        ? Optional.of(Path.of(uri.getPath()).toAbsolutePath().normalize())
        : Optional.empty();
  }

  /** Whether a text is a path at all. */
  static boolean isPath(String text) {
    try {
      return !text.isBlank() && !absolute(text).isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
