package io.github.gateweir.generate;

import java.io.IOException;

/** Opens Kafka topics for writing; the generator itself knows no Kafka. */
@FunctionalInterface
public interface KafkaOutputs {

  /**
   * Opens a topic.
   *
   * @throws IOException with a sentence that says why it cannot be written to
   */
  RecordOutput open(String topic) throws IOException;
}
