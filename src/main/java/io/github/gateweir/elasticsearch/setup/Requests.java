package io.github.gateweir.elasticsearch.setup;

import io.github.gateweir.elasticsearch.Answer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Asks a server: {@code ElasticsearchClient::request}. */
@FunctionalInterface
public interface Requests {

  /**
   * Sends a request and waits for its answer, whatever the status.
   *
   * @param json the body; null for none
   * @throws IOException when there was no answer
   */
  Answer send(String method, String path, @Nullable String json) throws IOException;
}
