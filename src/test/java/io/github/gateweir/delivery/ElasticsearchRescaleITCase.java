package io.github.gateweir.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.gateweir.generate.GeneratedLine;
import io.github.gateweir.job.Inlet;
import io.github.gateweir.job.Outlets;
import io.github.gateweir.testing.HttpAnswer;
import io.github.gateweir.testing.HttpFaults;
import io.github.gateweir.testing.KafkaServer;
import io.github.gateweir.testing.SearchServer;
import io.github.gateweir.testing.SearchServer.Kind;
import io.github.gateweir.testing.TestSize;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.Locale;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Stopped with parallelism 1 while bulk requests are in flight, restored with 2. */
class ElasticsearchRescaleITCase {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final int RECORDS = TestSize.records(5_000, 200_000);

  /** Fewer documents than one request may have, so that nothing has to wait for an answer. */
  private static final int VALUES_BEFORE = 400;

  private static final JobMeters METERS = new JobMeters();

  @RegisterExtension static final MiniClusterExtension CLUSTER = METERS.cluster(2);

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Kind.class)
  void writesWhatWasInFlightWithTheRest(Kind kind) throws Exception {
    String name = "rescale-" + kind.name().toLowerCase(Locale.ROOT);
    DataStreams streams = DataStreams.setUp(SearchServer.shared(kind), "rescale");
    TopicTraffic traffic = new TopicTraffic(KafkaServer.shared().client(), name, 4);
    Iterator<GeneratedLine> lines = Traffic.of(RECORDS, 5, 41);
    Inlet inlet = TestJob.fromTopic(KafkaServer.shared().bootstrapServers(), name, false);

    traffic.write(lines, VALUES_BEFORE);
    String savepoint = stopWithRequestsInFlight(name, inlet, traffic.expected());
    assertThat(streams.count()).isZero();
    traffic.write(lines);
    Expected expected = traffic.expected();
    JobClient job = start(name, inlet, streams.outlets(), 2, savepoint);
    streams.awaitAll(expected);
    TestJob.stop(job, folder);

    expected.assertWrittenOnce(streams.output());
    expected.assertCountedBy(TestJob.summary(job));
  }

  /** Runs the job against a server that answers nothing, until it has read all. */
  private String stopWithRequestsInFlight(String name, Inlet inlet, Expected expected)
      throws Exception {
    try (HttpFaults silent = HttpFaults.start(HttpAnswer.held(HttpAnswer.bulk()))) {
      Outlets outlets = TestJob.toElasticsearch(silent.url(), "rescale");
      JobClient job = start(name, inlet, outlets, 1, "");
      await("requests in flight, and the rest behind them")
          .atMost(LIMIT)
          .until(() -> METERS.haveGot(job, expected) && hasEvents(silent));
      return TestJob.stop(job, folder);
    }
  }

  private static boolean hasEvents(HttpFaults server) {
    return server.requests().stream()
        .anyMatch(request -> request.path().startsWith("/" + Output.EVENTS));
  }

  private JobClient start(
      String name, Inlet inlet, Outlets outlets, int parallelism, String savepoint)
      throws Exception {
    StreamExecutionEnvironment env =
        savepoint.isEmpty()
            ? TestJob.environment(folder, parallelism)
            : TestJob.environment(
                folder, parallelism, "execution.state-recovery.path=" + savepoint);
    TestJob.build(env, inlet, outlets);
    return env.executeAsync(name);
  }
}
