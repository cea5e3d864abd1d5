package io.github.gateweir.elasticsearch.setup;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Mappings from fields. */
final class MappingJson {

  private static final String PROPERTIES = "properties";

  private MappingJson() {}

  /** A mapping with these fields. A nested object comes before what is in it. */
  static ObjectNode of(List<Field> fields, OpenObject openObject) {
    ObjectNode mapping = JsonNodeFactory.instance.objectNode();
    fields.forEach(field -> at(mapping, field.name()).setAll(field.type().mapping(openObject)));
    return mapping;
  }

  private static ObjectNode at(ObjectNode mapping, String name) {
    ObjectNode node = mapping;
    for (String part : name.split("\\.", -1)) {
      node = node.withObjectProperty(PROPERTIES).withObjectProperty(part);
    }
    return node;
  }

  /**
   * What becomes of fields that no template names: a text is a keyword, whatever it looks like. A
   * date in the first document would otherwise make every later text that is none a refusal.
   */
  static ObjectNode withDynamicRules(ObjectNode mapping, OpenObject openObject) {
    ObjectNode rule = JsonNodeFactory.instance.objectNode();
    rule.withObjectProperty("strings")
        .put("match_mapping_type", "string")
        .set("mapping", FieldType.KEYWORD.mapping(openObject));
    mapping.put("date_detection", false).withArrayProperty("dynamic_templates").add(rule);
    return mapping;
  }
}
