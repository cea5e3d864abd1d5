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
    String noPipeline = noPipeline();
    return new Abilities(
        noLifecycle(),
        noPipeline == null ? null : "documents will have no event.ingested, because " + noPipeline,
        pipelineMeta,
        openObject());
  }

  /** A policy that is missing is told apart from policies that are missing by the kind of error. */
  private @Nullable String noLifecycle() {
    Answer answer = server.ask("GET", Kind.LIFECYCLE_POLICY.path(Catalog.POLICY), null);
    boolean missing = Server.errorType(answer).equals("resource_not_found_exception");
    return UNKNOWN_PATH.contains(answer.status()) && !missing
        ? "nothing will begin new indices and delete old ones, because this server has no _ilm"
        : null;
  }

  private @Nullable String noPipeline() {
    Answer answer = simulate(IngestPipeline.definition());
    if (!answer.isSuccess()) {
      return Server.reason(answer);
    }
    if (!IngestPipeline.hasWorked(Server.json(answer))) {
      return "the server does not know the templates of pipelines (lang-mustache)";
    }
    return hasIngestNodes() ? null : "no node of the cluster has the role ingest";
  }

  /** Without such a node the cluster would refuse every document because of the pipeline. */
  private boolean hasIngestNodes() {
    return server
        .find("/_nodes/ingest:true?filter_path=_nodes.total")
        .map(answer -> answer.path("_nodes").path("total").asInt() > 0)
        .orElse(true);
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
