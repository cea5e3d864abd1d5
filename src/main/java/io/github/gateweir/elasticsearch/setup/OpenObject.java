package io.github.gateweir.elasticsearch.setup;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a server has for an object with members of any names and types, the best first. */
enum OpenObject {
  /** Elasticsearch's. */
  FLATTENED,
  /** OpenSearch's. It refuses a document with a value of more than 32 KB in such an object. */
  FLAT_OBJECT,
  /** For a server that has neither: the object stays in the document and is not found. */
  NOT_INDEXED;

  ObjectNode mapping() {
    ObjectNode mapping = JsonNodeFactory.instance.objectNode();
    return switch (this) {
      case FLATTENED ->
          mapping.put("type", "flattened").put("ignore_above", FieldType.IGNORE_ABOVE);
      case FLAT_OBJECT -> mapping.put("type", "flat_object");
      case NOT_INDEXED -> mapping.put("type", "object").put("enabled", false);
    };
  }
}
