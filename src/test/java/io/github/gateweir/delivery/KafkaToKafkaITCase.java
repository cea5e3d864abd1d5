package io.github.gateweir.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gateweir.job.RunSummary;
import io.github.gateweir.testing.KafkaClient;
import io.github.gateweir.testing.KafkaServer;
import io.github.gateweir.testing.TestSize;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class KafkaToKafkaITCase {
  private static final int PARALLELISM = 2;
  private static final int PARTITIONS = 4;
  private static final int FAILURES = 5;
  private static final long SEED = 20260207;
  private static final int MAX_RECORD_SIZE = 1 << 20;

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
  void writesEverythingOnceInSpiteOfFiveFailuresBetweenCheckpoints() throws Exception {
    String name = "kafka-to-kafka";
    TopicTraffic traffic = new TopicTraffic(client, name, PARTITIONS);
    traffic.write(Traffic.of(TestSize.records(40_000, 200_000), 10, SEED));
    TestJob.createTopics(client, name, PARTITIONS);
    Expected expected = traffic.expected();
    List<FailurePoint> points =
        FailurePoint.spread(name, FAILURES, PARALLELISM, expected.read() / PARALLELISM, SEED);

    StreamExecutionEnvironment env = TestJob.environment(folder, PARALLELISM);
    TestJob.build(
        env,
        TestJob.fromTopic(kafka.bootstrapServers(), name, true),
        new FailBetweenCheckpoints(points),
        TestJob.toTopics(kafka.bootstrapServers(), name, MAX_RECORD_SIZE));
    JobExecutionResult result = env.execute(name);

    assertThat(FailBetweenCheckpoints.hit(name)).containsExactlyInAnyOrderElementsOf(points);
    Output committed = Output.committed(client, name + "-events", name + "-dead-letters");
    expected.assertWrittenOnce(committed);
    expected.assertCountedBy(RunSummary.of(result.getAllAccumulatorResults(), 0));
    Output all = Output.uncommitted(client, name + "-events", name + "-dead-letters");
    assertThat(all.events().size())
        .as("events in all transactions, those thrown away too")
        .isGreaterThan(committed.events().size() + FAILURES);
  }
}
