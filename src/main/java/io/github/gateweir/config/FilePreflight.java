package io.github.gateweir.config;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.fs.UnsupportedFileSystemSchemeException;

/** Whether files and folders are there, on this machine and on Flink's other file systems. */
final class FilePreflight {

  private static final String INPUT = FileSourceOptions.PATH.key();
  private static final String OUTPUT = FileSinkOptions.PATH.key();

  private FilePreflight() {}

  /** Checks that a file or folder exists and can be read. */
  static void checkInput(String path) {
    Optional<java.nio.file.Path> local = Location.local(path);
    if (local.isPresent()) {
      checkLocalInput(local.get());
    } else if (!exists(INPUT, path)) {
      throw missing(path);
    }
  }

  private static void checkLocalInput(java.nio.file.Path path) {
    if (!Files.exists(path)) {
      throw missing(path.toString());
    }
    boolean folder = Files.isDirectory(path);
    if (!Files.isReadable(path) || (folder && !Files.isExecutable(path))) {
      throw new SettingsException(
          "%s names %s, which this user may not read: give the right to read the %s."
              .formatted(INPUT, path, folder ? "folder" : "file"));
    }
  }

  private static SettingsException missing(String path) {
    return new SettingsException(
        "%s names %s, which does not exist: correct the path.".formatted(INPUT, path));
  }

  /** Checks that the output's folder is there, or makes it, and that it can be written. */
  static void checkOutput(String path) {
    Optional<java.nio.file.Path> local = Location.local(path);
    if (local.isPresent()) {
      checkLocalOutput(local.get());
    } else {
      exists(OUTPUT, path);
    }
  }

  private static void checkLocalOutput(java.nio.file.Path path) {
    try {
      Files.createDirectories(path);
      Files.delete(Files.createTempFile(path, ".gateweir-", ".tmp"));
    } catch (IOException e) {
      throw new SettingsException(
          ("%s names %s, which cannot be made or written as a folder: correct the path, or give"
                  + " the right to write it.")
              .formatted(OUTPUT, path),
          e);
    }
  }

  /** Asks a file system that is not this machine's. */
  private static boolean exists(String key, String path) {
    try {
      Path place = new Path(path);
      FileSystem system = place.getFileSystem();
      return system.exists(place);
    } catch (UnsupportedFileSystemSchemeException e) {
      throw new SettingsException(
          ("%s names %s, but Flink has no file system for such a path: put its plugin into Flink's"
                  + " plugins folder, or correct the path.")
              .formatted(key, path),
          e);
    } catch (IOException e) {
      throw new UnreachableException(
          "%s names %s, which did not answer: %s.".formatted(key, path, Reason.of(e)), e);
    }
  }
}
