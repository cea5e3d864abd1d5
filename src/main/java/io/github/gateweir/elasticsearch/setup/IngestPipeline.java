package io.github.gateweir.elasticsearch.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The pipeline that writes down when a document arrived. Kibana's rules look back by that time, not
 * by {@code @timestamp}, which is minutes older.
 */
final class IngestPipeline {

  private IngestPipeline() {}

  /** A document is never refused for want of this time: a failure is ignored. */
  static ObjectNode definition() {
    ObjectNode definition =
        JsonNodeFactory.instance
            .objectNode()
            .put("description", Mark.DESCRIPTION + "sets event.ingested to the time of arrival");
    definition
        .withArrayProperty("processors")
        .addObject()
        .withObjectProperty("set")
        .put("field", "event.ingested")
        .put("value", "{{{_ingest.timestamp}}}")
        .put("ignore_failure", true);
    return definition;
  }

  /**
   * Whether the answer to a simulation with one document shows a time. A server without templates
   * writes the text of the template itself, and would then refuse the document for it.
   */
  static boolean hasWorked(JsonNode simulation) {
    JsonNode document = simulation.path("docs").path(0).path("doc").path("_source");
    return document.path("event").path("ingested").asText().startsWith("2");
  }
}
