package io.github.gateweir.sigma.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which field of events stands for a field of generic log sources: read from a YAML file that is
 * written as pySigma's processing pipelines are, with transformations of type {@code
 * field_name_mapping}, each for one category.
 */
final class FieldMapping {

  private static final String RESOURCE = "/rules-mapping/generic.yml";

  private final Map<String, Map<String, String>> fieldsByCategory = new HashMap<>();

  private FieldMapping() {}

  /** The mapping that is shipped. */
  static FieldMapping shipped() {
    try (InputStream in = FieldMapping.class.getResourceAsStream(RESOURCE)) {
      return read(RESOURCE, Objects.requireNonNull(in, RESOURCE).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a mapping.
   *
   * @throws IllegalArgumentException if it is wrong, with the place
   */
  static FieldMapping read(String file, byte[] content) {
    Problems problems = new Problems("");
    FieldMapping mapping = new FieldMapping();
    for (YamlReader.Read part : new YamlReader(file).read(content)) {
      problems.addAll(part.problems());
      if (part.root() instanceof Node.Fields root
          && new Keys(root, problems).node("transformations") instanceof Node.Items items) {
        items.items().forEach(item -> mapping.add(item, problems));
      }
    }
    if (problems.refuse()) {
      throw new IllegalArgumentException(problems.all().get(0).toString());
    }
    return mapping;
  }

  private void add(Node transformation, Problems problems) {
    Map<String, String> fields = new HashMap<>();
    if (transformation instanceof Node.Fields map) {
      Keys keys = new Keys(map, problems);
      Keys mapping = keys.section("mapping");
      if (mapping != null) {
        mapping.others(Set.of()).forEach((name, field) -> fields.put(name, field.toString()));
      }
      categories(keys, problems).forEach(category -> fieldsByCategory.put(category, fields));
    }
  }

  private static List<String> categories(Keys keys, Problems problems) {
    return keys.node("rule_conditions") instanceof Node.Items conditions
        ? conditions.items().stream()
            .filter(Node.Fields.class::isInstance)
            .map(node -> new Keys((Node.Fields) node, problems).texts("category"))
            .flatMap(List::stream)
            .toList()
        : List.of();
  }

  boolean has(String category) {
    return fieldsByCategory.containsKey(category);
  }

  /** The event's field for a rule's; the same name where the mapping does not name it. */
  String field(String name, String category) {
    return fieldsByCategory.getOrDefault(category, Map.of()).getOrDefault(name, name);
  }

  /** The categories that are mapped. */
  Set<String> categories() {
    return new java.util.TreeSet<>(fieldsByCategory.keySet());
  }
}
