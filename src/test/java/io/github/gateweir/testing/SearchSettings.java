package io.github.gateweir.testing;

import io.github.gateweir.config.ElasticsearchSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** The sink's settings with their defaults, for a server without users. */
public final class SearchSettings {

  private SearchSettings() {}

  /** Settings for the server at a URL and data streams that end with a namespace. */
  public static ElasticsearchSettings of(String url, String namespace) {
    return new ElasticsearchSettings(
        List.of(URI.create(url)),
        namespace,
        null,
        null,
        null,
        null,
        true,
        1000,
        5 << 20,
        Duration.ofSeconds(1),
        4,
        Duration.ofSeconds(30),
        Duration.ofMillis(200),
        Duration.ofSeconds(30),
        Duration.ofDays(90));
  }
}
