package io.github.gateweir.elasticsearch.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gateweir.elasticsearch.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A server with everything that a full Elasticsearch has, which keeps what it is given and gives it
 * back in Elasticsearch's form: settings nested and as texts, members of its own added.
 *
 * <p>It stands in for what the servers of the integration tests lack: lifecycle policies beside
 * ingest pipelines, users with too few privileges, proxies.
 */
final class FakeServer implements Requests {

  private static final JsonMapper JSON = new JsonMapper();

  private final Map<String, ObjectNode> objects = new LinkedHashMap<>();
  private final Map<String, Answer> fixed = new HashMap<>();
  private final List<String> writes = new ArrayList<>();
  private final List<String> dataStreams = new ArrayList<>();

  /** Gives this answer to every request whose method and path begin so. */
  FakeServer answering(String begin, int status, String json) {
    return answering(begin, answer(status, json));
  }

  FakeServer answering(String begin, Answer answer) {
    fixed.put(begin, answer);
    return this;
  }

  FakeServer withDataStream(String name) {
    dataStreams.add(name);
    return this;
  }

  /** Setup for this server, which it calls {@code es-1}. */
  Report setUp() {
    return setUp("1.0.0");
  }

  Report setUp(String version) {
    return new ElasticsearchSetup(this, "es-1", Duration.ofDays(90), version).run();
  }

  /** What was written at a path, such as {@code /_index_template/logs-gateweir.alert}. */
  ObjectNode at(String path) {
    return objects.computeIfAbsent(path, missing -> object());
  }

  /** The paths that were written, in their order. */
  List<String> writes() {
    return writes;
  }

  @Override
  public Answer send(String method, String path, @Nullable String json) {
    String request = method + " " + path;
    for (Map.Entry<String, Answer> each : fixed.entrySet()) {
      if (request.startsWith(each.getKey())) {
        return each.getValue();
      }
    }
    if (method.equals("PUT")) {
      objects.put(path, (ObjectNode) read(String.valueOf(json)));
      writes.add(path);
      return answer(200, "{\"acknowledged\":true}");
    }
    return method.equals("POST") ? simulate(path) : find(path);
  }

  private static Answer simulate(String path) {
    return answer(
        200,
        path.startsWith("/_ingest")
            ? "{'docs':[{'doc':{'_source':{'event':{'ingested':'2026-01-01T00:00:00Z'}}}}]}"
            : "{}");
  }

  private Answer find(String path) {
    if (path.startsWith("/_nodes")) {
      return answer(200, "{'_nodes':{'total':3}}");
    }
    if (path.startsWith("/_resolve")) {
      return answer(200, resolve(path).toString());
    }
    if (!objects.containsKey(path)) {
      return answer(404, "{'error':{'type':'resource_not_found_exception','reason':'none'}}");
    }
    int slash = path.lastIndexOf('/');
    return answer(
        200, stored(path.substring(0, slash), path.substring(slash + 1), at(path)).toString());
  }

  private ObjectNode resolve(String path) {
    String begin = path.substring(path.lastIndexOf('/') + 1).replace("*", "");
    ObjectNode answer = object();
    dataStreams.stream()
        .filter(name -> name.startsWith(begin))
        .forEach(name -> answer.withArrayProperty("data_streams").addObject().put("name", name));
    return answer;
  }

  private static ObjectNode stored(String kind, String name, ObjectNode definition) {
    ObjectNode given = definition.deepCopy();
    ObjectNode answer = object();
    switch (kind) {
      case "/_ilm/policy" -> answer.set(name, policy(given));
      case "/_ingest/pipeline" -> answer.set(name, given);
      case "/_component_template" ->
          entry(answer, "component_templates", name).set("component_template", component(given));
      default -> entry(answer, "index_templates", name).set("index_template", index(given));
    }
    return answer;
  }

  private static ObjectNode entry(ObjectNode answer, String list, String name) {
    return answer.withArrayProperty(list).addObject().put("name", name);
  }

  private static ObjectNode policy(ObjectNode given) {
    if (given.at("/policy/phases/hot/actions/rollover") instanceof ObjectNode rollover) {
      rollover.put("min_docs", 1);
    }
    return given.put("version", 7).put("modified_date", "2026-01-01T00:00:00Z");
  }

  private static ObjectNode component(ObjectNode given) {
    if (given.at("/template/settings") instanceof ObjectNode flat) {
      ObjectNode nested = object();
      flat.properties()
          .forEach(
              entry -> {
                String name = entry.getKey();
                int dot = name.lastIndexOf('.');
                ObjectNode parent = nested;
                for (String part : name.substring(0, dot).split("\\.", -1)) {
                  parent = parent.withObjectProperty(part);
                }
                parent.put(name.substring(dot + 1), entry.getValue().asText());
              });
      given.withObjectProperty("template").set("settings", nested);
    }
    return given.put("created_date_millis", 1);
  }

  private static ObjectNode index(ObjectNode given) {
    given.withObjectProperty("data_stream").put("hidden", false);
    return given;
  }

  /** An answer with JSON, in which quotes may be single. */
  static Answer answer(int status, String json) {
    byte[] body = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return new Answer(status, "application/json", null, body);
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
