package io.github.gateweir.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where the servers' jars, data and logs lie, all of it under {@code target}. */
final class Folders {
  private static final Path TARGET = Path.of("target").toAbsolutePath();

  private Folders() {}

  /** {@code target/servers/NAME}, made if it is not there. */
  static Path server(String name) {
    return make(TARGET.resolve("servers").resolve(name));
  }

  /** An empty folder for a server's data, gone when the JVM of the tests ends. */
  static Path temporary(String server) {
    try {
      Path folder = Files.createTempDirectory(server(server), "data-");
      EndOfJvm.deletes(folder);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The class path of all jars in a folder under {@code target}, which Maven has filled. */
  static String jars(String folder) {
    Path lib = TARGET.resolve(folder);
    if (!Files.isDirectory(lib)) {
      throw new IllegalStateException(
          lib + " is not there; run mvn pre-integration-test, which fills it");
    }
    return lib + "/*";
  }

  /** The JVM option that makes a server log to standard output, by its log4j's property. */
  static String logSettings(String property) {
    Path settings = Path.of("src", "test", "servers", "log4j2.properties").toAbsolutePath();
    return "-D" + property + "=" + settings;
  }

  static Path make(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes a folder and all that is in it. */
  static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
