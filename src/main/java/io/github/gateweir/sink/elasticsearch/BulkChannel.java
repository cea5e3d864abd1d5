package io.github.gateweir.sink.elasticsearch;

import io.github.gateweir.elasticsearch.Answer;
import java.io.IOException;
import java.io.Serializable;

/** A way to send bulk requests, each attempt of which ends within a limited time. */
interface BulkChannel extends AutoCloseable {

  /** Sends a request and returns at once; the outcome is told once, on any thread. */
  void send(byte[] body, Outcome outcome);

  @Override
  void close();

  /** Is told how a request ended. */
  interface Outcome {

    /** There was an answer, of whatever status. */
    void answered(Answer answer);

    /** There was none, or no whole one. */
    void failed(IOException failure);
  }

  /** Opens a channel where the operator runs. */
  @FunctionalInterface
  interface Factory extends Serializable {
    BulkChannel open() throws IOException;
  }
}
