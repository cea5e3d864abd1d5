package io.github.gateweir.sink.elasticsearch;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.gateweir.elasticsearch.Answer;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What Elasticsearch, or something between, answers to the requests of the tests. */
final class Answers {

  /** The result of a document that is there now. */
  static final String WRITTEN = item(201, null, null);

  /** The result of a document that was there already. */
  static final String CONFLICT =
      item(409, "version_conflict_engine_exception", "[1]: version conflict, document exists");

  /** The result of a document that does not fit the mapping. */
  static final String REFUSED = item(400, "document_parsing_exception", "failed to parse [a]");

  /** The result of a document for which there is no room now. */
  static final String REJECTED = item(429, "es_rejected_execution_exception", "queue is full");

  private Answers() {}

  static String item(int status, @Nullable String type, @Nullable String reason) {
    String error =
        type == null
            ? ""
            : ",\"error\":{\"type\":\"%s\",\"reason\":\"%s\"}".formatted(type, reason);
    return "{\"create\":{\"status\":" + status + error + "}}";
  }

  /** An answer with a result for each document. */
  static Answer items(String... results) {
    return items(Arrays.asList(results));
  }

  static Answer items(List<String> results) {
    return json(200, results.stream().collect(Collectors.joining(",", "{\"items\":[", "]}")));
  }

  /** An answer that says the same of all documents. */
  static Answer all(String result, int documents) {
    return items(Collections.nCopies(documents, result));
  }

  static Answer error(int status, String type, String reason) {
    return json(
        status,
        "{\"error\":{\"type\":\"%s\",\"reason\":\"%s\"},\"status\":%d}"
            .formatted(type, reason, status));
  }

  static Answer json(int status, String body) {
    return of(status, "application/vnd.elasticsearch+json;compatible-with=8", null, body);
  }

  static Answer page(int status) {
    return of(
        status,
        "text/html; charset=UTF-8",
        null,
        "<!DOCTYPE html>\n<html><body><h1>Sorry</h1></body></html>");
  }

  static Answer redirect(int status, String location) {
    return of(status, "text/html", location, "<html><a href=\"" + location + "\">moved</a></html>");
  }

  static Answer of(
      int status, @Nullable String contentType, @Nullable String location, String body) {
    return new Answer(status, contentType, location, body.getBytes(UTF_8));
  }
}
