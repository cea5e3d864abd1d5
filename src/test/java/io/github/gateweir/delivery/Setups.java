package io.github.gateweir.delivery;

import io.github.gateweir.elasticsearch.ElasticsearchClient;
import io.github.gateweir.elasticsearch.Endpoint;
import io.github.gateweir.elasticsearch.setup.ElasticsearchSetup;
import io.github.gateweir.elasticsearch.setup.Report;
import io.github.gateweir.testing.SearchServer;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Setup of real servers from within a test. */
final class Setups {

  private static final Duration RETENTION = Duration.ofDays(90);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Setups() {}

  static Report run(SearchServer server) {
    List<URI> hosts = List.of(URI.create(server.url()));
    Endpoint endpoint = new Endpoint(hosts, null, null, true, 1, PATIENCE);
    try (ElasticsearchClient client = new ElasticsearchClient(endpoint)) {
      return new ElasticsearchSetup(client::request, server.url(), RETENTION, "test").run();
    }
  }
}
