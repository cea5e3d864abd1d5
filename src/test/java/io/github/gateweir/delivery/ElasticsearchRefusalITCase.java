package io.github.gateweir.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.gateweir.job.Inlet;
import io.github.gateweir.job.Outlets;
import io.github.gateweir.testing.HeldAnswer;
import io.github.gateweir.testing.HttpAnswer;
import io.github.gateweir.testing.HttpFaults;
import io.github.gateweir.testing.KafkaServer;
import io.github.gateweir.testing.SearchClient;
import io.github.gateweir.testing.SearchServer;
import io.github.gateweir.testing.SearchServer.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers that no repetition mends: the job ends, says why, and goes on later with everything. */
class ElasticsearchRefusalITCase {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final int RECORDS = 300;
  private static final String HOSTS = "gateweir.sink.elasticsearch.hosts";

  private static final JobMeters METERS = new JobMeters();

  @RegisterExtension static final MiniClusterExtension CLUSTER = METERS.cluster(1);

  @TempDir private Path folder;

  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of(
            "unauthorized",
            HttpAnswer.json(401, "{\"error\":\"no such key\"}"),
            "HTTP 401 {\"error\":\"no such key\"}: correct gateweir.sink.elasticsearch.api-key"),
        Arguments.of(
            "forbidden",
            HttpAnswer.json(403, "{\"error\":\"not yours\"}"),
            "HTTP 403 {\"error\":\"not yours\"}: give the user or API key the privileges"),
        Arguments.of(
            "moved",
            HttpAnswer.redirect(301, "https://search.example/"),
            "HTTP 301 and redirects to https://search.example/: set " + HOSTS),
        Arguments.of(
            "nowhere",
            HttpAnswer.html(404, "<html>Not found</html>"),
            "HTTP 404 with a page of HTML: check that " + HOSTS));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void endsTheJobAndLosesNothing(String name, HttpAnswer refusal, String sentence)
      throws Exception {
    TopicTraffic traffic = new TopicTraffic(KafkaServer.shared().client(), "refusal-" + name, 1);
    traffic.write(Traffic.of(RECORDS, 5, 71));
    Expected expected = traffic.expected();
    Inlet inlet =
        TestJob.fromTopic(KafkaServer.shared().bootstrapServers(), "refusal-" + name, false);
    HeldAnswer held = HttpAnswer.held(refusal);
    String checkpoint;
    try (HttpFaults server = HttpFaults.start(held)) {
      JobClient job = start(inlet, TestJob.toElasticsearch(server.url(), "refusal"), "");
      awaitCheckpointWithAllInFlight(job, server, expected);
      held.release();

      assertEndedBecause(job, sentence);
      checkpoint = METERS.checkpoint(job);
    }

    DataStreams streams =
        DataStreams.setUp(SearchServer.shared(Kind.ELASTICSEARCH), "refusal_" + name);
    JobClient job = start(inlet, streams.outlets(), checkpoint);
    streams.awaitAll(expected);
    TestJob.stop(job, folder);
    expected.assertCountedBy(TestJob.summary(job));
    expected.assertWrittenOnce(streams.output());
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void endsTheJobWhenADeadLetterIsRefused(Kind kind) throws Exception {
    DataStreams streams = DataStreams.setUp(SearchServer.shared(kind), "last_refusal");
    map(streams, "ip");
    Path input = folder.resolve("input");
    Expected expected = LogFolder.write(input, Traffic.of(RECORDS, 5, 72), RECORDS);

    JobClient failed = start(TestJob.fromFolder(input), streams.outlets(), "");
    assertEndedBecause(
        failed,
        "Elasticsearch refused a dead letter (400 ",
        "failed to parse field [error.code] of type [ip]",
        "or set gateweir.sink.dead-letters to files or kafka");

    map(streams, "keyword");
    assertDone(
        streams.client().post("/" + Output.DEAD_LETTERS + streams.namespace() + "/_rollover", ""));
    JobClient again = start(TestJob.fromFolder(input), streams.outlets(), "");
    expected.assertCountedBy(TestJob.summary(again));
    expected.assertWrittenOnce(streams.output());
  }

  /** What is unanswered is in the checkpoint, for the source is past it. */
  private static void awaitCheckpointWithAllInFlight(
      JobClient job, HttpFaults server, Expected expected) {
    await("requests in flight, and the rest behind them")
        .atMost(LIMIT)
        .until(() -> METERS.haveGot(job, expected) && !server.requests().isEmpty());
    long before = METERS.ofJob(job, "numberOfCompletedCheckpoints");
    // The first to end may have begun before the requests came.
    await("two checkpoints")
        .atMost(LIMIT)
        .until(() -> METERS.ofJob(job, "numberOfCompletedCheckpoints") > before + 1);
  }

  private static void assertEndedBecause(JobClient job, String... parts) {
    assertThatThrownBy(() -> job.getJobExecutionResult().get())
        .isInstanceOf(ExecutionException.class)
        .rootCause()
        .message()
        .contains(parts)
        .contains("Nothing is lost: the job goes on from its last checkpoint or savepoint");
    assertThat(METERS.ofJob(job, "numRestarts")).isZero();
  }

  private JobClient start(Inlet inlet, Outlets outlets, String checkpoint) throws Exception {
    StreamExecutionEnvironment env =
        checkpoint.isEmpty()
            ? TestJob.environment(folder, 1)
            : TestJob.environment(folder, 1, "execution.state-recovery.path=" + checkpoint);
    TestJob.build(env, inlet, outlets);
    return env.executeAsync("refusal");
  }

  /** Lays down what the codes of the dead letters are. */
  private static void map(DataStreams streams, String type) {
    String template =
        """
        {"index_patterns": ["%s"], "data_stream": {}, "priority": 600,
         "template": {"mappings": {"properties": {"error": {"properties": {
           "code": {"type": "%s"}}}}}}}
        """
            .formatted(Output.DEAD_LETTERS + streams.namespace(), type);
    assertDone(streams.client().put("/_index_template/refusing-" + streams.namespace(), template));
  }

  private static void assertDone(SearchClient.Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
  }
}
