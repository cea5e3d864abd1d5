package io.github.gateweir.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.gateweir.gateway.RawRecord;
import io.github.gateweir.job.Inlet;
import io.github.gateweir.job.Outlets;
import io.github.gateweir.job.RunSummary;
import io.github.gateweir.testing.KafkaClient;
import io.github.gateweir.testing.KafkaServer;
import io.github.gateweir.testing.TestSize;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sessions and their alerts from Kafka to Kafka with RocksDB, against a recomputation of the input.
 * Every partition is in order up to less than the five minutes that the job tolerates, and the
 * watermark is that of the slowest partition, so that no record is late however fast each is read.
 */
class SessionsITCase {
  private static final int RECORDS = TestSize.records(20_000, 2_000_000);
  private static final int SESSIONS = TestSize.records(5_000, 500_000);
  private static final int PARALLELISM = 2;
  private static final int PARTITIONS = 4;
  private static final int FAILURES = 5;
  private static final int MAX_RECORD_SIZE = 1 << 20;
  private static final Duration LIMIT = Duration.ofMinutes(5);

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(PARALLELISM)
              .build());

  private static KafkaServer kafka;
  private static KafkaClient client;

  @TempDir private Path folder;

  @BeforeAll
  static void startKafka() {
    kafka = KafkaServer.shared();
    client = kafka.client();
  }

  @Test
  void writesEverySessionAndAlertOnceInSpiteOfFiveFailuresBetweenCheckpoints() throws Exception {
    String name = "sessions-failures";
    Written input = write(name, 41);
    List<FailurePoint> points =
        FailurePoint.spread(name, FAILURES, PARALLELISM, input.lines() / PARALLELISM, 42);
    Inlet inlet = TestJob.fromTopic(kafka.bootstrapServers(), name, true);

    JobClient job = start(name, inlet, PARALLELISM, new FailBetweenCheckpoints(points));
    RunSummary summary = TestJob.summary(job);

    assertThat(FailBetweenCheckpoints.hit(name)).containsExactlyInAnyOrderElementsOf(points);
    assertWritten(name, input.reference(), summary);
  }

  @Test
  void writesEverySessionAndAlertOnceWhenRescaledFromOneToTwo() throws Exception {
    String name = "sessions-rescaled";
    String restored = name + ", restored";
    Written input = write(name, 43);
    long beforeTheStop = input.lines() / 3;
    Inlet inlet = TestJob.fromTopic(kafka.bootstrapServers(), name, false);

    JobClient first = start(name, inlet, 1, new Pace(name, beforeTheStop));
    await("a third of the lines")
        .atMost(LIMIT)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> Pace.total(name) > beforeTheStop);
    String savepoint = TestJob.stop(first, folder);
    JobClient second =
        start(
            name,
            inlet,
            PARALLELISM,
            new Pace(restored, Long.MAX_VALUE),
            "execution.state-recovery.path=" + savepoint);
    await("the rest of the lines")
        .atMost(LIMIT)
        .until(() -> Pace.total(name) + Pace.total(restored) == input.lines());
    TestJob.drain(second, folder);

    assertThat(Pace.total(name)).isBetween(beforeTheStop, input.lines() - 1);
    assertThat(Pace.passed(restored)).containsOnlyKeys(0, 1);
    assertWritten(name, input.reference(), TestJob.summary(second));
  }

  /**
   * The input in its topic.
   *
   * @param lines how many there are
   * @param reference what must become of them
   */
  private record Written(long lines, SessionReference reference) {}

  /** Makes the topics and writes the input. */
  private static Written write(String name, long seed) throws Exception {
    SessionReference reference = new SessionReference();
    SessionTraffic traffic = new SessionTraffic(RECORDS, SESSIONS, seed, reference);
    client.createTopic(name, PARTITIONS);
    TestJob.createTopics(client, name, 1);
    client.produce(name, () -> traffic);
    assertThat(traffic.plannedAlerts()).isNotEmpty();
    assertThat(reference.alerted()).containsAll(traffic.plannedAlerts());
    return new Written(traffic.handedOut(), reference);
  }

  private JobClient start(
      String name,
      Inlet inlet,
      int parallelism,
      MapFunction<RawRecord, RawRecord> function,
      String... more)
      throws Exception {
    List<String> settings = new ArrayList<>(List.of(more));
    settings.add("state.backend.type=rocksdb");
    settings.add("execution.checkpointing.incremental=true");
    StreamExecutionEnvironment env =
        TestJob.environment(folder, parallelism, settings.toArray(String[]::new));
    Outlets outlets = TestJob.toTopics(kafka.bootstrapServers(), name, MAX_RECORD_SIZE);
    TestJob.build(env, inlet, function, outlets);
    return env.executeAsync(name);
  }

  private static void assertWritten(String name, SessionReference reference, RunSummary summary) {
    WrittenSessions written = new WrittenSessions(reference);
    client.forEachCommitted(
        name + "-sessions", record -> written.addSession(Output.parse(record.value())));
    client.forEachCommitted(
        name + "-alerts", record -> written.addAlert(Output.parse(record.value())));
    written.assertAll(summary);
  }
}
