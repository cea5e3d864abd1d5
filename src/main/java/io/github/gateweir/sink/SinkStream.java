package io.github.gateweir.sink;

import java.util.Locale;

/** A stream that the job writes; each goes to a sink of its own. */
public enum SinkStream {
  /** The ECS documents of the records. */
  EVENTS("gateweir.gateway_network"),
  /** What could not become an event or could not be written. */
  DEAD_LETTERS("gateweir.dead_letter");

  private final String dataset;

  SinkStream(String dataset) {
    this.dataset = dataset;
  }

  /** The stream's name in settings, folders and operators, such as {@code dead-letters}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The dataset of the Elasticsearch data stream. */
  public String dataset() {
    return dataset;
  }

  @Override
  public String toString() {
    return label();
  }
}
