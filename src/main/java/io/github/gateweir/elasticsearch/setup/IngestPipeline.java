package io.github.gateweir.elasticsearch.setup;

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
}
