package io.github.gateweir.sigma.rule;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads a folder of rules with all folders below it: the files {@code *.yml} and {@code *.yaml}, in
 * the order of their names. What is hidden, its name begins with a dot, is left alone.
 */
public final class RuleFolder {

  private final RuleReader reader;
  private final Environment environment;

  /**
   * A reader of folders.
   *
   * @param placeholders the lists that rules may name
   * @param environment for what events the rules are
   */
  public RuleFolder(Placeholders placeholders, Environment environment) {
    this.reader = new RuleReader(placeholders);
    this.environment = environment;
  }

  /**
   * Reads a folder, or one file.
   *
   * @throws IOException if it is not there or cannot be read
   */
  public RuleSet read(Path path) throws IOException {
    return read(files(path));
  }

  /**
   * The rule files of a folder, or one file, with their content.
   *
   * @throws IOException if it is not there or cannot be read
   */
  public static SortedMap<String, byte[]> files(Path path) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    if (Files.isDirectory(path)) {
      Files.walkFileTree(path.toRealPath(), new Collector(path.toRealPath(), files));
    } else {
      files.put(path.toString(), Files.readAllBytes(path));
    }
    return files;
  }

  /**
   * Reads files that are given.
   *
   * @param files their content by their names, which messages show
   */
  public RuleSet read(SortedMap<String, byte[]> files) {
    RuleSetBuilder builder = new RuleSetBuilder(environment);
    files.forEach((name, content) -> builder.add(reader.read(name, content)));
    return builder.build();
  }

  /** Collects the rule files of a folder. */
  private static final class Collector extends SimpleFileVisitor<Path> {

    private final Path root;
    private final SortedMap<String, byte[]> files;

    Collector(Path root, SortedMap<String, byte[]> files) {
      this.root = root;
      this.files = files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return !folder.equals(root) && isHidden(folder)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      String name = String.valueOf(file.getFileName());
      boolean rules = name.endsWith(".yml") || name.endsWith(".yaml");
      if (rules && !isHidden(file) && Files.isRegularFile(file)) {
        String below = root.relativize(file).toString().replace('\\', '/');
        files.put(below, Files.readAllBytes(file));
      }
      return FileVisitResult.CONTINUE;
    }

    private static boolean isHidden(Path path) {
      return String.valueOf(path.getFileName()).startsWith(".");
    }
  }
}
