package io.github.gateweir.sink.elasticsearch;

import io.github.gateweir.sink.Document;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Documents that wait to be sent, in batches limited by count and bytes. */
final class BatchQueue {

  private final BulkBody body;
  private final int maxDocuments;
  private final long maxBytes;
  private final ArrayDeque<Document> waiting = new ArrayDeque<>();
  private long bytes;

  /**
   * An empty queue.
   *
   * @param maxDocuments the most documents of a batch
   * @param maxBytes the most bytes of a batch's request body; one document may be larger
   */
  BatchQueue(BulkBody body, int maxDocuments, long maxBytes) {
    this.body = body;
    this.maxDocuments = maxDocuments;
    this.maxBytes = maxBytes;
  }

  void add(Document document) {
    waiting.add(document);
    bytes += body.length(document);
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** Whether there is enough for a batch that no further document would fit into. */
  boolean isFull() {
    return waiting.size() >= maxDocuments || bytes >= maxBytes;
  }

  Collection<Document> documents() {
    return waiting;
  }

  /** Takes the oldest documents out, as many as go into one batch. */
  Batch take() {
    List<Document> documents = new ArrayList<>(Math.min(waiting.size(), maxDocuments));
    long taken = 0;
    while (!waiting.isEmpty() && documents.size() < maxDocuments) {
      int length = body.length(waiting.peek());
      if (!documents.isEmpty() && taken + length > maxBytes) {
        break;
      }
      taken += length;
      documents.add(waiting.poll());
    }
    bytes -= taken;
    return Batch.of(documents);
  }
}
