package io.github.gateweir.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.gateweir.job.Inlet;
import io.github.gateweir.job.Outlets;
import io.github.gateweir.testing.KafkaClient;
import io.github.gateweir.testing.KafkaServer;
import io.github.gateweir.testing.TestSize;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Stopped in the middle with parallelism 1, restored with 2: the result of a run without a stop.
 */
class SavepointITCase {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final int RECORDS = TestSize.records(20_000, 500_000);
  private static final int BEFORE_THE_STOP = RECORDS / 3;
  private static final int MAX_RECORD_SIZE = 1 << 20;

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  @TempDir private Path folder;

  @Test
  void goesOnWithTwiceTheParallelismFromKafka() throws Exception {
    String name = "savepoint";
    KafkaServer kafka = KafkaServer.shared();
    KafkaClient client = kafka.client();
    TopicTraffic traffic = new TopicTraffic(client, name, 4);
    traffic.write(Traffic.of(RECORDS, 10, 5));
    Expected expected = traffic.expected();
    TestJob.createTopics(client, name, 2);
    Inlet inlet = TestJob.fromTopic(kafka.bootstrapServers(), name, false);
    Outlets outlets = TestJob.toTopics(kafka.bootstrapServers(), name, MAX_RECORD_SIZE);

    String savepoint = runUntilStopped("from-kafka", inlet, outlets);
    JobClient job = restore("from-kafka", inlet, outlets, savepoint);
    await("all records of the topic")
        .atMost(LIMIT)
        .until(
            () -> Pace.total("from-kafka, restored") == expected.read() - Pace.total("from-kafka"));
    TestJob.stop(job, folder);

    assertSplit("from-kafka", expected);
    expected.assertWrittenOnce(Output.committed(client, name + "-events", name + "-dead-letters"));
    expected.assertCountedBy(TestJob.summary(job));
  }

  @Test
  void endsWhenItIsRestoredAndReadsKafkaToAnEnd() throws Exception {
    String name = "savepoint-bounded";
    KafkaServer kafka = KafkaServer.shared();
    KafkaClient client = kafka.client();
    TopicTraffic traffic = new TopicTraffic(client, name, 4);
    traffic.write(Traffic.of(RECORDS, 10, 7));
    Expected expected = traffic.expected();
    TestJob.createTopics(client, name, 2);
    Inlet inlet = TestJob.fromTopic(kafka.bootstrapServers(), name, true);
    Outlets outlets = TestJob.toTopics(kafka.bootstrapServers(), name, MAX_RECORD_SIZE);

    String savepoint = runUntilStopped(name, inlet, outlets);
    JobClient job = restore(name, inlet, outlets, savepoint);
    job.getJobExecutionResult().get(LIMIT.toSeconds(), TimeUnit.SECONDS);

    assertSplit(name, expected);
    expected.assertWrittenOnce(Output.committed(client, name + "-events", name + "-dead-letters"));
    expected.assertCountedBy(TestJob.summary(job));
  }

  @Test
  void goesOnWithTwiceTheParallelismFromFiles() throws Exception {
    Path input = folder.resolve("input");
    Expected expected = LogFolder.write(input, Traffic.of(RECORDS, 10, 6), RECORDS / 12);
    Inlet inlet = TestJob.fromFolder(input);
    Outlets outlets = TestJob.toFolder(folder.resolve("output"));

    String savepoint = runUntilStopped("from-files", inlet, outlets);
    JobClient job = restore("from-files", inlet, outlets, savepoint);
    job.getJobExecutionResult().get();

    assertSplit("from-files", expected);
    expected.assertWrittenOnce(Output.inFolder(folder.resolve("output")));
    expected.assertCountedBy(TestJob.summary(job));

    start("from-files, uninterrupted", inlet, TestJob.toFolder(folder.resolve("uninterrupted")), 2)
        .getJobExecutionResult()
        .get();
    assertThat(FolderDigest.of(folder.resolve("output")))
        .isEqualTo(FolderDigest.of(folder.resolve("uninterrupted")));
  }

  private static void assertSplit(String run, Expected expected) {
    assertThat(Pace.total(run)).isBetween((long) BEFORE_THE_STOP, expected.read() - 1);
    assertThat(Pace.passed(run)).containsOnlyKeys(0);
    assertThat(Pace.passed(run + ", restored"))
        .as("records by subtask")
        .containsOnlyKeys(0, 1)
        .allSatisfy((subtask, passed) -> assertThat(passed).isPositive());
  }

  private String runUntilStopped(String run, Inlet inlet, Outlets outlets) throws Exception {
    StreamExecutionEnvironment env = TestJob.environment(folder, 1);
    TestJob.build(env, inlet, new Pace(run, BEFORE_THE_STOP), outlets);
    JobClient job = env.executeAsync(run);
    await("a third of the records")
        .atMost(LIMIT)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> Pace.total(run) > BEFORE_THE_STOP);
    return TestJob.stop(job, folder);
  }

  private JobClient restore(String run, Inlet inlet, Outlets outlets, String savepoint)
      throws Exception {
    return start(
        run + ", restored", inlet, outlets, 2, "execution.state-recovery.path=" + savepoint);
  }

  private JobClient start(String run, Inlet inlet, Outlets outlets, int parallelism, String... more)
      throws Exception {
    StreamExecutionEnvironment env = TestJob.environment(folder, parallelism, more);
    TestJob.build(env, inlet, new Pace(run, Long.MAX_VALUE), outlets);
    return env.executeAsync(run);
  }
}
