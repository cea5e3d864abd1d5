package io.github.gateweir.gateway;

import java.util.Locale;

/** What is wrong with a record that could not become an event. Each code has a counter. */
public enum DeadLetterCode {
  /** Not one JSON object in valid UTF-8, too long, or nested too deep. */
  MALFORMED,
  /** No {@code Datetime}, or one that cannot be read. */
  BAD_TIMESTAMP,
  /** None of the fields that make a network session: a record of another Logpush dataset. */
  OTHER_DATASET,
  /** The rendered document does not fit into a record of the Kafka topic. */
  TOO_LARGE,
  /** The file could not be read on: corrupt gzip, or gone. */
  UNREADABLE,
  /** Elasticsearch refused the document. */
  REFUSED;

  /** The code as dead letters, metrics and reports spell it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
