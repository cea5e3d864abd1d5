package io.github.gateweir.elasticsearch.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The sign by which setup knows what it may change. */
final class Mark {

  static final String META = "_meta";

  /**
   * With what the description of a pipeline begins: on a server whose pipelines have no {@code
   * _meta} there is no other place for a sign.
   */
  static final String DESCRIPTION = "Managed by gateweir: ";

  private static final String MANAGED_BY = "managed_by";
  private static final String GATEWEIR = "gateweir";

  private Mark() {}

  /** The sign, with the version of Gateweir that installs. */
  static ObjectNode meta(String version) {
    return JsonNodeFactory.instance.objectNode().put(MANAGED_BY, GATEWEIR).put("version", version);
  }

  static boolean isOn(Kind kind, JsonNode definition) {
    return kind.meta(definition).path(MANAGED_BY).asText().equals(GATEWEIR)
        || (kind == Kind.INGEST_PIPELINE
            && definition.path("description").asText().startsWith(DESCRIPTION));
  }
}
