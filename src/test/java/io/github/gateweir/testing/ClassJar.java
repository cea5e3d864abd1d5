package io.github.gateweir.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** A jar made of one of the tests' classes and the classes nested in it. */
final class ClassJar {
  private ClassJar() {}

  /** Writes the jar; the class is its main class. */
  static Path write(Path jar, Class<?> main) {
    Path root = rootOf(main);
    try (JarOutputStream out =
        new JarOutputStream(Files.newOutputStream(jar), manifest(main.getName()))) {
      for (Path file : filesOf(root, main)) {
        out.putNextEntry(new JarEntry(root.relativize(file).toString()));
        Files.copy(file, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return jar;
  }

  private static Path rootOf(Class<?> main) {
    try {
      return Path.of(main.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("The folder of " + main + " is no path", e);
    }
  }

  private static List<Path> filesOf(Path root, Class<?> main) throws IOException {
    String file = main.getName().replace('.', '/') + ".class";
    String nested = main.getSimpleName() + "$";
    try (Stream<Path> siblings = Files.list(root.resolve(file).getParent())) {
      return siblings
          .filter(
              path ->
                  path.equals(root.resolve(file))
                      || path.getFileName().toString().startsWith(nested))
          .toList();
    }
  }

  private static Manifest manifest(String mainClass) {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, mainClass);
    return manifest;
  }
}
