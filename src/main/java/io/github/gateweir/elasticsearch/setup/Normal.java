package io.github.gateweir.elasticsearch.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Definitions in one form, so that what a server gives back can be compared with what it was given:
 * it nests settings and makes texts of them, and adds members of its own.
 */
final class Normal {

  /** What servers add to a definition. */
  private static final List<String> ADDED =
      List.of(
          "version",
          "created_date",
          "created_date_millis",
          "modified_date",
          "modified_date_millis",
          "in_use_by");

  private static final String TEMPLATE = "template";
  private static final String SETTINGS = "settings";
  private static final String DATA_STREAM = "data_stream";

  private Normal() {}

  /** The definition in the form in which it is compared. */
  static ObjectNode of(JsonNode definition) {
    ObjectNode normal = definition.deepCopy();
    normal.remove(ADDED);
    if (normal.has(DATA_STREAM)) {
      normal.putObject(DATA_STREAM);
    }
    if (normal.path(TEMPLATE).path(SETTINGS) instanceof ObjectNode settings) {
      ObjectNode flat = JsonNodeFactory.instance.objectNode();
      flatten("", settings, flat);
      normal.withObjectProperty(TEMPLATE).set(SETTINGS, flat);
    }
    return normal;
  }

  private static void flatten(String prefix, JsonNode node, ObjectNode flat) {
    node.properties()
        .forEach(
            entry -> {
              String name = prefix + entry.getKey();
              if (entry.getValue().isObject()) {
                flatten(name + ".", entry.getValue(), flat);
              } else {
                flat.put(name, entry.getValue().asText());
              }
            });
  }

  /** The normal form without the mark: what a data stream is made by. */
  static ObjectNode content(JsonNode definition) {
    return of(definition).without(Mark.META);
  }
}
