package io.github.gateweir.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What tests ask of a {@link SearchServer}, or of whatever else answers at a URL.
 *
 * <p>Where an index is named, its name may be a data stream's, an alias or a pattern. Without an
 * answer within 60 s the calls fail.
 */
public final class SearchClient {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String JSON_TYPE = "application/json";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PAGE = 5_000;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final String url;
  private final Duration limit;

  /** A client of the server at a URL without a path. */
  public SearchClient(String url) {
    this(url, LIMIT);
  }

  SearchClient(String url, Duration limit) {
    this.url = url;
    this.limit = limit;
  }

  /**
   * What the server answered.
   *
   * @param status the HTTP status, whatever it is
   * @param body missing if it is empty
   */
  public record Answer(int status, JsonNode body) {}

  /** Sends a GET. */
  public Answer get(String path) {
    return send("GET", path, JSON_TYPE, "");
  }

  /** Sends a PUT with a JSON body, which may be empty. */
  public Answer put(String path, String json) {
    return send("PUT", path, JSON_TYPE, json);
  }

  /** Sends a POST with a JSON body, which may be empty. */
  public Answer post(String path, String json) {
    return send("POST", path, JSON_TYPE, json);
  }

  /** Sends a DELETE. */
  public Answer delete(String path) {
    return send("DELETE", path, JSON_TYPE, "");
  }

  /**
   * Sends a bulk request.
   *
   * @param lines the actions and documents, each line ended
   */
  public Answer bulk(String lines) {
    return send("POST", "/_bulk", "application/x-ndjson", lines);
  }

  /** Makes all that was written visible to searches. */
  public void refresh(String index) {
    ok(post("/" + index + "/_refresh?ignore_unavailable=true", ""));
  }

  /** How many documents there are, after a refresh; 0 if there is no such index. */
  public long count(String index) {
    refresh(index);
    return ok(get("/" + index + "/_count?ignore_unavailable=true")).path("count").asLong();
  }

  /** The whole answer to a search request, without a refresh. */
  public JsonNode search(String index, String json) {
    return ok(post("/" + index + "/_search", json));
  }

  /** The ids of all documents, after a refresh; one that two backing indices have comes twice. */
  public List<String> ids(String index) {
    return all(index, List.of(), hit -> hit.path("_id").asText());
  }

  /**
   * All documents as they were written, after a refresh.
   *
   * @param fields those that are asked for, such as {@code event.id}; none for all
   */
  public List<JsonNode> documents(String index, String... fields) {
    List<String> wanted = fields.length == 0 ? List.of("*") : List.of(fields);
    return all(index, wanted, hit -> hit.path("_source"));
  }

  private <T> List<T> all(String index, List<String> fields, Function<JsonNode, T> part) {
    refresh(index);
    ObjectNode request = JSON.createObjectNode().put("size", PAGE);
    if (fields.isEmpty()) {
      request.put("_source", false);
    } else {
      fields.forEach(request.putArray("_source")::add);
    }
    request.putArray("sort").add("_doc");
    JsonNode page =
        ok(post("/" + index + "/_search?scroll=1m&ignore_unavailable=true", request.toString()));
    List<T> parts = new ArrayList<>();
    while (!page.path("hits").path("hits").isEmpty()) {
      page.path("hits").path("hits").forEach(hit -> parts.add(part.apply(hit)));
      ObjectNode next = scroll(page).put("scroll", "1m");
      page = ok(post("/_search/scroll", next.toString()));
    }
    // Not asserted: there is no scroll over no index.
    send("DELETE", "/_search/scroll", JSON_TYPE, scroll(page).toString());
    return parts;
  }

  private static ObjectNode scroll(JsonNode page) {
    return JSON.createObjectNode().set("scroll_id", page.path("_scroll_id"));
  }

  private static JsonNode ok(Answer answer) {
    if (answer.status() >= 300) {
      throw new IllegalStateException("The server returned " + answer);
    }
    return answer.body();
  }

  private Answer send(String method, String path, String contentType, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(limit)
            .header("Content-Type", contentType)
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(method + " " + path + " did not return JSON", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted in " + method + " " + path, e);
    }
  }
}
