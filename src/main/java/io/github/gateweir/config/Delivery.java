package io.github.gateweir.config;

/** What the Kafka sink promises about a document after a failure. */
public enum Delivery {
  /**
   * It is there once for consumers that read committed records; it becomes visible at checkpoints.
   */
  EXACTLY_ONCE,
  /** It is there, perhaps more than once; it becomes visible at once. */
  AT_LEAST_ONCE
}
