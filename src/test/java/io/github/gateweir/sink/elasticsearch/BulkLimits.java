package io.github.gateweir.sink.elasticsearch;

import io.github.gateweir.config.ElasticsearchSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Settings with the limits that a test is about; the others are too wide to matter to it. */
final class BulkLimits {

  /** The longest wait before the first repetition, milliseconds. */
  static final long FIRST_RETRY = 1_000;

  /** The longest wait before any repetition, milliseconds. */
  static final long MAX_RETRY = 60_000;

  /** How long a document waits for others, milliseconds. */
  static final long DELAY = 5_000;

  private BulkLimits() {}

  static ElasticsearchSettings documents(int maxDocuments) {
    return documents(maxDocuments, 100);
  }

  static ElasticsearchSettings documents(int maxDocuments, int maxInFlight) {
    return settings(maxDocuments, 1 << 20, maxInFlight);
  }

  static ElasticsearchSettings bytes(int maxBytes) {
    return settings(1_000_000, maxBytes, 100);
  }

  private static ElasticsearchSettings settings(int maxDocuments, int maxBytes, int maxInFlight) {
    return new ElasticsearchSettings(
        List.of(URI.create("http://unused.example:9200")),
        "default",
        null,
        null,
        null,
        null,
        true,
        maxDocuments,
        maxBytes,
        Duration.ofMillis(DELAY),
        maxInFlight,
        Duration.ofSeconds(30),
        Duration.ofMillis(FIRST_RETRY),
        Duration.ofMillis(MAX_RETRY),
        Duration.ofDays(30));
  }
}
