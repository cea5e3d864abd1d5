package io.github.gateweir.sigma;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A rule file of the program, as YAML gives it, and the samples beside it.
 *
 * @param stem the name of the file without its suffix
 * @param keys what the file says
 */
record ShippedRule(String stem, Map<String, Object> keys) {
  static final Path FOLDER = Path.of("src/main/resources/rules");
  static final Path SAMPLES = FOLDER.resolve("samples");

  private static final String SUFFIX = ".yml";

  /** All of them, by name. */
  static List<ShippedRule> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<ShippedRule> rules = new ArrayList<>();
      for (Path file : files.filter(path -> path.toString().endsWith(SUFFIX)).sorted().toList()) {
        rules.add(read(file));
      }
      return rules;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static ShippedRule named(String stem) throws IOException {
    return read(FOLDER.resolve(stem + SUFFIX));
  }

  @SuppressWarnings("unchecked")
  private static ShippedRule read(Path file) throws IOException {
    Object document =
        new Load(LoadSettings.builder().setLabel(file.toString()).build())
            .loadFromString(Files.readString(file));
    String name = file.getFileName().toString();
    return new ShippedRule(
        name.substring(0, name.length() - SUFFIX.length()), (Map<String, Object>) document);
  }

  boolean isCorrelation() {
    return keys.containsKey("correlation");
  }

  String text(String key) {
    return Objects.toString(keys.get(key), "");
  }

  @SuppressWarnings("unchecked")
  List<String> texts(String key) {
    return (List<String>) keys.getOrDefault(key, List.of());
  }

  @SuppressWarnings("unchecked")
  Map<String, Object> map(String key) {
    return (Map<String, Object>) keys.getOrDefault(key, Map.of());
  }

  @SuppressWarnings("unchecked")
  List<String> texts(String key, String innerKey) {
    return (List<String>) map(key).getOrDefault(innerKey, List.of());
  }

  /** The lines of a file of samples, such as {@code match.ndjson}. */
  List<String> samples(String kind) throws IOException {
    return Files.readAllLines(SAMPLES.resolve(stem + "." + kind));
  }

  /** The title as the generator names detections. */
  String slug() {
    return text("title").toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  @Override
  public String toString() {
    return stem;
  }
}
