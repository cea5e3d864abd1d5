package io.github.gateweir.config;

/** Where a stream of documents goes. */
public enum SinkType {
  /** Files with one JSON document a line. */
  FILES,
  /** A Kafka topic. */
  KAFKA,
  /** Standard output of the process that runs the task. */
  STDOUT;

  /** The value as it is written in the settings. */
  @Override
  public String toString() {
    return Domain.kebab(this);
  }
}
