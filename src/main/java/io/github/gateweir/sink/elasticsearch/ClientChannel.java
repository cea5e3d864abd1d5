package io.github.gateweir.sink.elasticsearch;

import io.github.gateweir.elasticsearch.Answer;
import io.github.gateweir.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** Bulk requests through the HTTP client, which it closes with itself. */
final class ClientChannel implements BulkChannel {

  private final ElasticsearchClient client;
  private final String path;

  ClientChannel(ElasticsearchClient client, String path) {
    this.client = client;
    this.path = path;
  }

  /** The path of the bulk requests for a data stream. */
  static String path(String dataStream) {
    return "/" + dataStream + "/_bulk?" + BulkResponse.FILTER;
  }

  @Override
  public void send(byte[] body, Outcome outcome) {
    CompletableFuture<Answer> unused =
        client
            .send("POST", path, ElasticsearchClient.NDJSON, body)
            .whenComplete(
                (answer, failure) -> {
                  if (failure == null) {
                    outcome.answered(answer);
                  } else {
                    outcome.failed(asIoException(failure));
                  }
                });
  }

  private static IOException asIoException(Throwable failure) {
    return failure instanceof IOException io ? io : new IOException(failure);
  }

  @Override
  public void close() {
    client.close();
  }
}
