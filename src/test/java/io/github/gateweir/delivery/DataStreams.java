package io.github.gateweir.delivery;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.gateweir.config.SinkStream;
import io.github.gateweir.elasticsearch.ElasticsearchClient;
import io.github.gateweir.elasticsearch.Endpoint;
import io.github.gateweir.elasticsearch.setup.ElasticsearchSetup;
import io.github.gateweir.job.Outlet;
import io.github.gateweir.job.Outlets;
import io.github.gateweir.testing.SearchClient;
import io.github.gateweir.testing.SearchServer;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * The data streams of one test, which are all those of a namespace.
 *
 * @param url where the server is that holds them
 */
record DataStreams(String url, SearchClient client, String namespace) {

  private static final Duration LIMIT = Duration.ofMinutes(5);

  /** Data streams that have all that {@code elasticsearch setup} installs. */
  static DataStreams setUp(SearchServer server, String namespace) {
    Endpoint endpoint =
        new Endpoint(
            List.of(URI.create(server.url())), null, null, false, 1, Duration.ofSeconds(60));
    try (ElasticsearchClient client = new ElasticsearchClient(endpoint)) {
      new ElasticsearchSetup(client::request, server.url(), Duration.ofDays(1), "test").run();
    }
    return new DataStreams(server.url(), server.client(), namespace);
  }

  /** Both streams of the job; {@code more} is as in {@link TestJob#toElasticsearch}. */
  Outlets outlets(String... more) {
    return TestJob.toElasticsearch(url, namespace, more);
  }

  /** The events alone. */
  Outlet events(String... more) {
    return TestJob.toElasticsearch(SinkStream.EVENTS, url, namespace, more);
  }

  Output output() {
    return Output.inDataStreams(client, namespace);
  }

  /** Waits until there are as many documents in both as there must be. */
  void awaitAll(Expected expected) {
    await("all documents")
        .atMost(LIMIT)
        // A data stream that is being made cannot be searched yet.
        .ignoreExceptions()
        .until(() -> count() >= expected.events() + expected.deadLetters());
  }

  /** How many documents there are in both. */
  long count() {
    return client.count(Output.EVENTS + namespace) + client.count(Output.DEAD_LETTERS + namespace);
  }

  /** The dead letters as they were written. */
  List<JsonNode> deadLetters() {
    return client.documents(Output.DEAD_LETTERS + namespace);
  }
}
