package io.github.gateweir.elasticsearch.setup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.gateweir.elasticsearch.Answer;
import java.io.IOException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * The server that is set up. What goes wrong is a {@link SetupException}.
 *
 * @param requests how it is asked
 * @param name what it is called in sentences, such as its URL
 */
record Server(Requests requests, String name) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int LONGEST_BODY = 500;

  /** What there is at a path, or nothing. */
  Optional<JsonNode> find(String path) {
    Answer answer = ask("GET", path, null);
    if (answer.status() == 404) {
      return Optional.empty();
    }
    if (!answer.isSuccess()) {
      throw refused("GET", path, answer);
    }
    return Optional.of(json(answer));
  }

  /** Writes what must be at a path. */
  void put(String path, JsonNode definition) {
    Answer answer = ask("PUT", path, definition.toString());
    if (!answer.isSuccess()) {
      throw refused("PUT", path, answer);
    }
  }

  /**
   * Sends a request that this server may not know. The answer is one of Elasticsearch's own, not a
   * proxy's.
   */
  Answer ask(String method, String path, @Nullable String body) {
    Answer answer = send(method, path, body);
    if (answer.status() == 401) {
      throw new SetupException(
          SetupException.Cause.CREDENTIALS,
          name
              + " did not accept the credentials (401): correct gateweir.sink.elasticsearch.api-key,"
              + " or .username and .password.");
    }
    if (answer.status() == 403) {
      throw new SetupException(
          SetupException.Cause.CREDENTIALS,
          "%s does not allow %s %s: %s. docs/elasticsearch.md lists the privileges that setup needs."
              .formatted(name, method, path, reason(answer)));
    }
    if (!answer.isJson()) {
      throw stranger(method, path, answer);
    }
    return answer;
  }

  private Answer send(String method, String path, @Nullable String body) {
    try {
      return requests.send(method, path, body);
    } catch (IOException e) {
      String reason = withoutStop(String.valueOf(e.getMessage()));
      throw e.getCause() instanceof SSLException ? untrusted(reason, e) : silent(reason, e);
    }
  }

  private SetupException silent(String reason, IOException cause) {
    return new SetupException(
        SetupException.Cause.SERVER,
        "%s does not answer: %s. Start it, or correct gateweir.sink.elasticsearch.hosts."
            .formatted(name, reason),
        cause);
  }

  private SetupException untrusted(String reason, IOException cause) {
    return new SetupException(
        SetupException.Cause.CREDENTIALS,
        ("There is no trusted connection to %s: %s. Set"
                + " gateweir.sink.elasticsearch.certificate-authority to the certificate of the"
                + " authority that signed the host's, and name the host as its certificate does.")
            .formatted(name, reason),
        cause);
  }

  private SetupException stranger(String method, String path, Answer answer) {
    String what =
        answer.location() == null ? "not with JSON" : "with a redirect to " + answer.location();
    return new SetupException(
        SetupException.Cause.SERVER,
        ("%s answered %s %s with status %d and %s, as Elasticsearch never does: a proxy may stand"
                + " in between, so correct gateweir.sink.elasticsearch.hosts.")
            .formatted(name, method, path, answer.status(), what));
  }

  private SetupException refused(String method, String path, Answer answer) {
    return new SetupException(
        SetupException.Cause.SERVER,
        "%s refused %s %s (%d): %s."
            .formatted(name, method, path, answer.status(), withoutStop(reason(answer))));
  }

  /** Why a server refused, in its own words: the innermost cause, which says most. */
  static String reason(Answer answer) {
    JsonNode error = json(answer).path("error");
    if (error.isTextual()) {
      return error.asText();
    }
    while (error.path("caused_by").isObject()) {
      error = error.path("caused_by");
    }
    String reason = error.path("reason").asText();
    return reason.isEmpty() ? head(answer.text()) : reason;
  }

  /** The kind of error, such as {@code resource_not_found_exception}; empty when there is none. */
  static String errorType(Answer answer) {
    return json(answer).path("error").path("type").asText();
  }

  /** The body; a missing node when it is not JSON. */
  static JsonNode json(Answer answer) {
    try {
      JsonNode json = JSON.readTree(answer.body());
      return json == null ? MissingNode.getInstance() : json;
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    } catch (IOException e) {
      throw new IllegalStateException("Bytes in memory could not be read.", e);
    }
  }

  private static String head(String text) {
    return text.length() <= LONGEST_BODY ? text : text.substring(0, LONGEST_BODY) + "…";
  }

  private static String withoutStop(String sentence) {
    return sentence.replaceFirst("[.\\s]+$", "");
  }
}
