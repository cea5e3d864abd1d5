package io.github.gateweir.config;

/** Where a stream of documents goes. */
public enum SinkType {
  /** Files with one JSON document a line. */
  FILES,
  /** A Kafka topic. */
  KAFKA,
  /** An Elasticsearch data stream. */
  ELASTICSEARCH,
  /** Standard output of the process that runs the task. */
  STDOUT
}
