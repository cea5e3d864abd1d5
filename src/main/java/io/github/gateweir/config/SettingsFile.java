package io.github.gateweir.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A YAML file of settings: nested or dotted keys become whole keys, each with its line. */
final class SettingsFile {

  private final Path path;
  private final Map<String, Given> values = new LinkedHashMap<>();

  private SettingsFile(Path path) {
    this.path = path;
  }

  /** The file's values by key, in its order. */
  static Map<String, Given> read(Path path) {
    SettingsFile file = new SettingsFile(path);
    file.root().ifPresent(node -> file.addSection("", file.mapping(node)));
    return file.values;
  }

  private Optional<Node> root() {
    try {
      LoadSettings settings =
          LoadSettings.builder().setLabel(path.toString()).setAllowNonScalarKeys(true).build();
      return new Compose(settings).composeString(text());
    } catch (MarkedYamlEngineException e) {
      throw new SettingsException(
          at(e.getProblemMark()) + ": this is not YAML: " + oneLine(e.getProblem()) + ".", e);
    } catch (YamlEngineException e) {
      throw new SettingsException(path + ": this is not YAML: " + oneLine(e.getMessage()) + ".", e);
    }
  }

  private String text() {
    try {
      return Files.readString(path);
    } catch (NoSuchFileException e) {
      throw new SettingsException(path + ": there is no such file of settings.", e);
    } catch (CharacterCodingException e) {
      throw new SettingsException(path + ": the file is not UTF-8: save it as UTF-8.", e);
    } catch (IOException e) {
      throw new SettingsException(
          path + ": the file of settings cannot be read: make it a readable file.", e);
    }
  }

  private MappingNode mapping(Node node) {
    if (node instanceof MappingNode mapping) {
      return mapping;
    }
    throw new SettingsException(
        at(node.getStartMark())
            + ": this is not a mapping: write the settings as lines of \"key: value\".");
  }

  private void addSection(String prefix, MappingNode section) {
    for (NodeTuple entry : section.getValue()) {
      add(prefix + name(entry.getKeyNode()), entry.getKeyNode(), entry.getValueNode());
    }
  }

  private String name(Node key) {
    if (key instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue();
    }
    throw new SettingsException(at(key.getStartMark()) + ": a key must be a name.");
  }

  private void add(String key, Node keyNode, Node value) {
    String origin = at(keyNode.getStartMark());
    if (value.isRecursive()) {
      throw new SettingsException(origin + ": " + key + " contains itself: write its values out.");
    }
    if (value instanceof MappingNode section) {
      addSection(key + ".", section);
    } else if (value instanceof SequenceNode list) {
      put(Given.many(key, list.getValue().stream().map(item -> item(key, item)).toList(), origin));
    } else if (!isNull(value)) {
      put(Given.one(key, ((ScalarNode) value).getValue(), origin));
    } else if (!Keys.isSection(key)) {
      throw new SettingsException(
          origin + ": " + key + " has no value: give it one, or take the line out.");
    }
  }

  private String item(String key, Node item) {
    if (item instanceof ScalarNode scalar && !isNull(item)) {
      return scalar.getValue();
    }
    throw new SettingsException(
        at(item.getStartMark()) + ": " + key + " is a list, and each of its items must be a text.");
  }

  private void put(Given given) {
    Given earlier = values.put(given.key(), given);
    if (earlier != null) {
      throw given.error(
          "is set a second time, first at " + earlier.origin() + ": take one of the two out.");
    }
  }

  private static boolean isNull(Node node) {
    return node.getTag().equals(Tag.NULL);
  }

  private String at(Optional<Mark> mark) {
    return mark.map(place -> path + ":" + (place.getLine() + 1)).orElse(path.toString());
  }

  private static String oneLine(String problem) {
    return problem.lines().findFirst().orElse("it cannot be read");
  }
}
