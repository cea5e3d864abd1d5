package io.github.gateweir.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gateweir.config.SinkStream;
import io.github.gateweir.job.RunSummary;
import io.github.gateweir.testing.KafkaServer;
import io.github.gateweir.testing.SearchServer;
import io.github.gateweir.testing.SearchServer.Kind;
import io.github.gateweir.testing.TestSize;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ElasticsearchFailuresITCase {
  private static final int PARALLELISM = 2;
  private static final int FAILURES = 5;
  private static final long SEED = 20260208;
  private static final int RECORDS = TestSize.records(40_000, 200_000);

  private static final JobMeters METERS = new JobMeters();

  @RegisterExtension static final MiniClusterExtension CLUSTER = METERS.cluster(PARALLELISM);

  @TempDir private Path folder;

  /** Takes a while, so only a full run does it with both. */
  static Stream<Kind> kinds() {
    return TestSize.current() == TestSize.FULL
        ? Stream.of(Kind.values())
        : Stream.of(Kind.ELASTICSEARCH);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void writesEverythingOnceInSpiteOfFiveFailuresBetweenCheckpoints(Kind kind) throws Exception {
    String run = "failures-" + kind.name().toLowerCase(Locale.ROOT);
    DataStreams streams = DataStreams.setUp(SearchServer.shared(kind), "failures");
    TopicTraffic traffic = new TopicTraffic(KafkaServer.shared().client(), run, 4);
    traffic.write(Traffic.of(RECORDS, 10, SEED));
    Expected expected = traffic.expected();
    List<FailurePoint> points =
        FailurePoint.spread(run, FAILURES, PARALLELISM, expected.read() / PARALLELISM, SEED);

    StreamExecutionEnvironment env =
        TestJob.environment(
            folder,
            PARALLELISM,
            "execution.checkpointing.interval=400 ms",
            "execution.checkpointing.min-pause=400 ms");
    TestJob.build(
        env,
        TestJob.fromTopic(KafkaServer.shared().bootstrapServers(), run, true),
        new FailBetweenCheckpoints(points),
        streams.outlets("max-batch-documents=250"));
    JobClient job = env.executeAsync(run);
    RunSummary summary = TestJob.summary(job);

    assertThat(FailBetweenCheckpoints.hit(run)).containsExactlyInAnyOrderElementsOf(points);
    expected.assertWrittenOnce(streams.output());
    expected.assertCountedBy(summary);
    assertThat(METERS.count(job, SinkStream.EVENTS, "conflicts"))
        .as("documents that were written again and were there already")
        .isPositive();
  }
}
