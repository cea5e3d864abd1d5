package io.github.gateweir.sink.elasticsearch;

/** Elasticsearch takes nothing until somebody acts; the message is a sentence that says how. */
public final class BulkRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BulkRefusedException(String sentence) {
    super(sentence);
  }
}
