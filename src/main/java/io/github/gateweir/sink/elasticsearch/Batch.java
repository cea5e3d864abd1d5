package io.github.gateweir.sink.elasticsearch;

import io.github.gateweir.sink.Document;
import java.util.List;

/**
 * Documents that go out in one bulk request.
 *
 * @param documents at least one
 * @param failures how many attempts in a row have not written them
 */
record Batch(List<Document> documents, int failures) {

  /** A batch that was not tried yet. */
  static Batch of(List<Document> documents) {
    return new Batch(documents, 0);
  }

  /** What is left of the batch after another attempt that did not write it. */
  Batch again(List<Document> left) {
    return new Batch(left, failures + 1);
  }

  boolean isSingle() {
    return documents.size() == 1;
  }

  Batch firstHalf() {
    return of(documents.subList(0, documents.size() / 2));
  }

  Batch secondHalf() {
    return of(documents.subList(documents.size() / 2, documents.size()));
  }
}
