package io.github.gateweir.ecs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One folder of {@code src/test/resources/mapping}: a raw line, what must become of it, and a
 * sentence that says what the case shows. A new folder is a new case.
 *
 * @param folder the folder; its name is the name of the case
 */
public record GoldenCase(Path folder) {

  private static final String LINE = "raw.json";
  private static final String STORY = "case.md";

  /** Every case, in the order of their names. */
  public static List<GoldenCase> all() {
    try (Stream<Path> entries = Files.list(root())) {
      return entries.filter(Files::isDirectory).sorted().map(GoldenCase::new).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String name() {
    return folder.getFileName().toString();
  }

  /** The bytes of the line: the file without the one line end that closes it. */
  public byte[] line() {
    byte[] file = bytes(LINE);
    if (file.length == 0 || file[file.length - 1] != '\n') {
      throw new IllegalStateException(folder.resolve(LINE) + " does not end with a line end");
    }
    return Arrays.copyOf(file, file.length - 1);
  }

  /** The names of the files that say what must become of the line. */
  public List<String> expectations() {
    try (Stream<Path> files = Files.list(folder)) {
      TreeSet<String> names = new TreeSet<>(files.map(f -> f.getFileName().toString()).toList());
      names.removeAll(List.of(LINE, STORY));
      return List.copyOf(names);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of one of the {@link #expectations}. */
  String text(String file) {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  private byte[] bytes(String file) {
    try {
      return Files.readAllBytes(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    URL url = Objects.requireNonNull(GoldenCase.class.getResource("/mapping"), "no /mapping");
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(url + " is not a folder", e);
    }
  }
}
