package io.github.gateweir.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.gateweir.config.SinkStream;
import io.github.gateweir.generate.GeneratedLine;
import io.github.gateweir.testing.KafkaServer;
import io.github.gateweir.testing.SearchServer;
import io.github.gateweir.testing.SearchServer.Kind;
import io.github.gateweir.testing.TestSize;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ElasticsearchOutageITCase {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final int PARALLELISM = 2;
  private static final int RECORDS = TestSize.records(20_000, 200_000);
  private static final int CHECKPOINT_TIMEOUT_SECONDS = 5;
  private static final int CHECKPOINTS_MISSED = 3;

  /** Values of a topic, of which each holds two lines on average. */
  private static final int PART = RECORDS / 8;

  private static final JobMeters METERS = new JobMeters();

  @RegisterExtension static final MiniClusterExtension CLUSTER = METERS.cluster(PARALLELISM);

  @TempDir private Path folder;

  /** It waits for time-outs, so only a full run does it with both. */
  static Stream<Kind> kinds() {
    return TestSize.current() == TestSize.FULL
        ? Stream.of(Kind.values())
        : Stream.of(Kind.ELASTICSEARCH);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void writesEverythingOnceAndFailsNothingWhenTheServerIsKilledTwice(Kind kind) throws Exception {
    String name = "outage-" + kind.name().toLowerCase(Locale.ROOT);
    TopicTraffic traffic = new TopicTraffic(KafkaServer.shared().client(), name, 4);
    Iterator<GeneratedLine> lines = Traffic.of(RECORDS, 5, 31);
    try (SearchServer server = SearchServer.start(kind)) {
      DataStreams streams = DataStreams.setUp(server, "outage");
      JobClient job = start(name, streams);

      traffic.write(lines, PART);
      awaitProgress(job);
      server.kill();
      traffic.write(lines, PART);
      await("an outage that is long")
          .atMost(LIMIT)
          .until(() -> secondsWithoutAnswer(job) > CHECKPOINTS_MISSED * CHECKPOINT_TIMEOUT_SECONDS);
      server.restart();
      awaitProgress(job);
      await("answers")
          .atMost(LIMIT)
          .until(() -> secondsWithoutAnswer(job) < CHECKPOINT_TIMEOUT_SECONDS);

      traffic.write(lines, PART);
      awaitProgress(job);
      server.kill();
      server.restart();
      traffic.write(lines);
      Expected expected = traffic.expected();
      streams.awaitAll(expected);

      assertThat(METERS.ofJob(job, "numRestarts")).isZero();
      assertThat(METERS.ofJob(job, "numberOfFailedCheckpoints"))
          .isGreaterThanOrEqualTo(CHECKPOINTS_MISSED);
      TestJob.stop(job, folder);
      expected.assertCountedBy(TestJob.summary(job));
      expected.assertWrittenOnce(streams.output());
    }
  }

  private JobClient start(String topic, DataStreams streams) throws Exception {
    StreamExecutionEnvironment env =
        TestJob.environment(
            folder,
            PARALLELISM,
            "execution.checkpointing.interval=1 s",
            "execution.checkpointing.timeout=" + CHECKPOINT_TIMEOUT_SECONDS + " s");
    TestJob.build(
        env,
        TestJob.fromTopic(KafkaServer.shared().bootstrapServers(), topic, false),
        streams.outlets("max-batch-documents=200"));
    return env.executeAsync(topic);
  }

  /** Waits until the server has taken more than it had. */
  private static void awaitProgress(JobClient job) {
    long before = written(job);
    await("further documents").atMost(LIMIT).until(() -> written(job) > before);
  }

  private static long written(JobClient job) {
    return METERS.count(job, SinkStream.EVENTS, "documentsWritten");
  }

  private static long secondsWithoutAnswer(JobClient job) {
    return METERS.largest(job, SinkStream.EVENTS, "secondsSinceLastAcknowledged");
  }
}
