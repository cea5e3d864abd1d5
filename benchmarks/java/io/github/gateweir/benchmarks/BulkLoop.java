package io.github.gateweir.benchmarks;

import io.github.gateweir.config.ElasticsearchSettings;
import io.github.gateweir.elasticsearch.Answer;
import io.github.gateweir.elasticsearch.ElasticsearchClient;
import io.github.gateweir.sink.Document;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The baseline: bulk requests of the same documents with the same ids, as large and as many at once
 * as the job's, and nothing else: no state, no result of a single document looked at.
 */
final class BulkLoop {

  private final ElasticsearchSettings settings;

  BulkLoop(ElasticsearchSettings settings) {
    this.settings = settings;
  }

  /** Seconds for all documents. */
  double run(BulkCorpus corpus) {
    String path = "/" + settings.dataStream(BulkCorpus.STREAM.dataset()) + "/_bulk";
    List<Document> documents = corpus.documents();
    ArrayDeque<CompletableFuture<Answer>> open = new ArrayDeque<>();
    try (ElasticsearchClient client = new ElasticsearchClient(settings.endpoint())) {
      long start = System.nanoTime();
      for (int i = 0; i < documents.size(); i += settings.maxBatchDocuments()) {
        int end = Math.min(documents.size(), i + settings.maxBatchDocuments());
        if (open.size() == settings.maxInFlight()) {
          check(open.remove().join());
        }
        byte[] body = body(documents.subList(i, end));
        open.add(client.send("POST", path, ElasticsearchClient.NDJSON, body));
      }
      open.forEach(answer -> check(answer.join()));
      return (System.nanoTime() - start) / 1e9;
    }
  }

  private static byte[] body(List<Document> documents) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (Document document : documents) {
      String action = "{\"create\":{\"_id\":\"" + document.id() + "\"}}\n";
      body.writeBytes(action.getBytes(StandardCharsets.UTF_8));
      body.writeBytes(document.json());
      body.write('\n');
    }
    return body.toByteArray();
  }

  private static void check(Answer answer) {
    if (!answer.isSuccess() || answer.text().contains("\"errors\":true")) {
      throw new IllegalStateException("The baseline failed: " + answer.text());
    }
  }
}
