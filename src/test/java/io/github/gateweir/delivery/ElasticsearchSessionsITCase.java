package io.github.gateweir.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.gateweir.config.SinkStream;
import io.github.gateweir.job.Outlet;
import io.github.gateweir.job.Outlets;
import io.github.gateweir.job.RunSummary;
import io.github.gateweir.testing.SearchClient;
import io.github.gateweir.testing.SearchServer;
import io.github.gateweir.testing.SearchServer.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sessions and their alerts from files to real servers, read back and searched. */
class ElasticsearchSessionsITCase {
  private static final String NAMESPACE = "sessions";
  private static final int PARALLELISM = 2;

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(PARALLELISM)
              .build());

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Kind.class)
  void findsEverySessionAndAlert(Kind kind) throws Exception {
    DataStreams streams = DataStreams.setUp(SearchServer.shared(kind), NAMESPACE);
    SessionReference reference = new SessionReference();
    Path input = writeLogs(new SessionTraffic(2_000, 500, 51, reference));

    StreamExecutionEnvironment env = TestJob.environment(folder, PARALLELISM);
    TestJob.build(env, TestJob.fromFolder(input), outlets(streams.url()));
    RunSummary summary = TestJob.summary(env.executeAsync(NAMESPACE));

    SearchClient client = streams.client();
    WrittenSessions written = new WrittenSessions(reference);
    client.documents(dataStream(SinkStream.SESSIONS)).forEach(written::addSession);
    client.documents(dataStream(SinkStream.ALERTS)).forEach(written::addAlert);
    written.assertAll(summary);
    assertSearchable(client, reference);
    assertWhollyIndexed(client, SinkStream.SESSIONS);
    assertWhollyIndexed(client, SinkStream.ALERTS);
  }

  private Path writeLogs(SessionTraffic traffic) throws IOException {
    Path input = Files.createDirectory(folder.resolve("input"));
    try (OutputStream out = Files.newOutputStream(input.resolve("20250101T000000Z.log"))) {
      while (traffic.hasNext()) {
        out.write(traffic.next());
        out.write('\n');
      }
    }
    return input;
  }

  private static Outlets outlets(String url) {
    return new Outlets(
        outlet(SinkStream.EVENTS, url),
        outlet(SinkStream.ALERTS, url),
        outlet(SinkStream.SESSIONS, url),
        outlet(SinkStream.DEAD_LETTERS, url));
  }

  private static Outlet outlet(SinkStream stream, String url) {
    return TestJob.toElasticsearch(stream, url, NAMESPACE);
  }

  private static String dataStream(SinkStream stream) {
    return "logs-" + stream.dataset() + "-" + NAMESPACE;
  }

  private static void assertSearchable(SearchClient client, SessionReference reference) {
    String session = "joined-7";
    List<SessionSummary> joined = reference.correlated(session);
    JsonNode found = search(client, SinkStream.SESSIONS, session, "gateweir.session.records");
    assertThat(joined).hasSize(1);
    assertThat(found.at("/hits/total/value").asLong()).isEqualTo(1);
    assertThat(found.at("/aggregations/of/value").asLong()).isEqualTo(joined.get(0).records());

    String alerted = "three-names-7";
    JsonNode alert = search(client, SinkStream.ALERTS, alerted, "gateweir.session.long_domains");
    assertThat(alert.at("/hits/total/value").asLong()).isEqualTo(1);
    assertThat(alert.at("/aggregations/of/value").asLong()).isEqualTo(3);

    String all =
        """
        {"size": 0, "aggs": {
          "of": {"sum": {"field": "gateweir.session.records"}},
          "ruled": {"terms": {"field": "gateweir.session.rules"}}}}
        """;
    JsonNode sums = client.search(dataStream(SinkStream.SESSIONS), all);
    assertThat(sums.at("/aggregations/of/value").asLong()).isEqualTo(records(reference));
    assertThat(sums.at("/aggregations/ruled/buckets")).hasSize(1);
    assertThat(sums.at("/aggregations/ruled/buckets/0/doc_count").asLong())
        .isEqualTo(reference.alerted().size());
  }

  private static void assertWhollyIndexed(SearchClient client, SinkStream stream) {
    String incomplete = "{\"query\": {\"exists\": {\"field\": \"_ignored\"}}}";
    assertThat(client.search(dataStream(stream), incomplete).at("/hits/total/value").asLong(-1))
        .as("documents of which a value is not indexed")
        .isZero();
  }

  /** The documents of a SessionID, and the sum of a field over them. */
  private static JsonNode search(
      SearchClient client, SinkStream stream, String sessionId, String summed) {
    return client.search(
        dataStream(stream),
        """
        {"query": {"term": {"cloudflare.SessionID": "%s"}},
         "aggs": {"of": {"sum": {"field": "%s"}}}}
        """
            .formatted(sessionId, summed));
  }

  private static long records(SessionReference reference) {
    return reference.sessionIds().stream()
        .flatMap(id -> reference.correlated(id).stream())
        .mapToLong(SessionSummary::records)
        .sum();
  }
}
