package io.github.gateweir.elasticsearch.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gateweir.elasticsearch.Answer;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a server can do by asking it for it, without changing anything: products and
 * versions differ, and a name or a number would not say what is built in.
 */
final class Probe {

  /** How servers answer to a path that they do not know or that is switched off. */
  private static final Set<Integer> UNKNOWN_PATH = Set.of(400, 404, 405, 410);

  private final Server server;

  Probe(Server server) {
    this.server = server;
  }

  Abilities abilities() {
    ObjectNode marked = IngestPipeline.definition().set(Mark.META, Mark.meta("0"));
    boolean pipelineMeta = simulate(marked).isSuccess();
    return new Abilities(
        noLifecycle(), pipelineMeta ? null : noPipeline(), pipelineMeta, openObject());
  }

  /** A policy that is missing is told apart from policies that are missing by the kind of error. */
  private @Nullable String noLifecycle() {
    Answer answer = server.ask("GET", Kind.LIFECYCLE_POLICY.path(Catalog.POLICY), null);
    boolean missing = Server.errorType(answer).equals("resource_not_found_exception");
    return UNKNOWN_PATH.contains(answer.status()) && !missing
        ? "this server has no _ilm, so nothing begins new indices and nothing deletes old ones"
        : null;
  }

  private @Nullable String noPipeline() {
    Answer answer = simulate(IngestPipeline.definition());
    return answer.isSuccess()
        ? null
        : "this server cannot run it, so documents have no event.ingested: "
            + Server.reason(answer);
  }

  private Answer simulate(JsonNode pipeline) {
    ObjectNode body = object().set("pipeline", pipeline);
    body.withArrayProperty("docs").addObject().putObject("_source");
    return server.ask("POST", "/_ingest/pipeline/_simulate", body.toString());
  }

  private OpenObject openObject() {
    for (OpenObject candidate : OpenObject.values()) {
      if (accepts(candidate.mapping())) {
        return candidate;
      }
    }
    return OpenObject.NOT_INDEXED;
  }

  private boolean accepts(JsonNode field) {
    ObjectNode body = object();
    body.withArrayProperty("index_patterns").add("gateweir-probe-*");
    body.withObjectProperty("template")
        .withObjectProperty("mappings")
        .withObjectProperty("properties")
        .set("field", field);
    return server.ask("POST", "/_index_template/_simulate", body.toString()).isSuccess();
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
