package io.github.gateweir.source.file;

import org.apache.flink.core.fs.Path;

/** Which files of a folder are logs, and how a record names the one it came from. */
final class LogFiles {

  private LogFiles() {}

  /**
   * Whether a file or folder of this name is to be read: hidden ones, unfinished uploads and what
   * Logpush leaves to prove who owns a bucket are not.
   */
  static boolean isLog(String name) {
    return !name.startsWith(".")
        && !name.startsWith("_")
        && !name.startsWith("ownership-challenge")
        && !name.endsWith(".tmp")
        && !name.endsWith(".part");
  }

  /** The path as a person writes it: without a scheme for a file of this machine. */
  static String origin(Path path) {
    return "file".equals(path.toUri().getScheme()) ? path.getPath() : path.toString();
  }
}
