package io.github.gateweir.source.file;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.jspecify.annotations.Nullable;

/** Lists the log files of some folders and what lies in them; a path may be a file too. */
final class FileLister {

  private final List<Path> paths;
  private final InstantSource clock;

  FileLister(Collection<Path> paths, InstantSource clock) {
    this.paths = List.copyOf(paths);
    this.clock = clock;
  }

  /**
   * Lists the files that are there now.
   *
   * @throws IOException when a path is missing or cannot be listed
   */
  Listing list() throws IOException {
    long time = clock.millis();
    Map<String, FoundFile> files = new TreeMap<>();
    for (Path path : paths) {
      FileSystem system = path.getFileSystem();
      FileStatus status = statusOf(path.makeQualified(system), system);
      if (status.isDir()) {
        addFolder(status.getPath(), system, files);
      } else {
        add(status, files);
      }
    }
    return new Listing(time, new ArrayList<>(files.values()));
  }

  private static FileStatus statusOf(Path path, FileSystem system) throws IOException {
    try {
      return system.getFileStatus(path);
    } catch (FileNotFoundException e) {
      throw new FileNotFoundException(
          "The path %s does not exist, so no logs can be read from it; create it or correct the path."
              .formatted(LogFiles.origin(path)));
    }
  }

  private static void addFolder(Path folder, FileSystem system, Map<String, FoundFile> files)
      throws IOException {
    for (FileStatus status : childrenOf(folder, system)) {
      if (!LogFiles.isLog(status.getPath().getName())) {
        continue;
      }
      if (status.isDir()) {
        addFolder(status.getPath(), system, files);
      } else {
        add(status, files);
      }
    }
  }

  private static void add(FileStatus file, Map<String, FoundFile> files) {
    String path = file.getPath().toString();
    files.put(path, new FoundFile(path, file.getLen(), file.getModificationTime()));
  }

  /** What a folder holds; nothing when it was removed since its parent was listed. */
  private static FileStatus[] childrenOf(Path folder, FileSystem system) throws IOException {
    FileStatus[] children = listed(folder, system);
    if (children != null) {
      return children;
    }
    if (system.exists(folder)) {
      throw new IOException(
          "The folder %s cannot be listed, so the logs in it would be missed; check who may read it."
              .formatted(LogFiles.origin(folder)));
    }
    return new FileStatus[0];
  }

  private static FileStatus @Nullable [] listed(Path folder, FileSystem system) throws IOException {
    try {
      // Flink's local file system answers null for a folder that is gone or may not be read.
      return system.listStatus(folder);
    } catch (FileNotFoundException e) {
      return null;
    } catch (IllegalArgumentException e) {
      throw new IOException(
          "The folder %s holds a name that Flink's paths cannot express (a colon in it, mostly); rename it. %s"
              .formatted(LogFiles.origin(folder), e.getMessage()),
          e);
    }
  }
}
