package io.github.gateweir.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The folder that Gateweir was cloned to, which its launcher tells. On a cluster there is none. */
final class Home {

  private static final String PROPERTY = "gateweir.home";

  private Home() {}

  static Optional<Path> folder() {
    return Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of);
  }

  /** A file below the home folder, if it is there. */
  static Optional<Path> file(String path) {
    return folder().map(home -> home.resolve(path)).filter(Files::exists);
  }
}
