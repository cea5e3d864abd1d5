package io.github.gateweir.config;

/** Where records come from. */
public enum SourceType {
  /** Files and folders. */
  FILES,
  /** Kafka topics. */
  KAFKA;

  /** The value as it is written in the settings. */
  @Override
  public String toString() {
    return Domain.kebab(this);
  }
}
