package io.github.gateweir.config;

/** Where records come from. */
public enum SourceType {
  /** Files and folders. */
  FILES,
  /** Kafka topics. */
  KAFKA
}
