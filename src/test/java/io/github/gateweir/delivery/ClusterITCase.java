package io.github.gateweir.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.gateweir.generate.GeneratedLine;
import io.github.gateweir.testing.CommandResult;
import io.github.gateweir.testing.FlinkCluster;
import io.github.gateweir.testing.FlinkRest;
import io.github.gateweir.testing.GateweirCommand;
import io.github.gateweir.testing.KafkaClient;
import io.github.gateweir.testing.KafkaServer;
import io.github.gateweir.testing.TestSize;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The job jar on a Flink cluster whose class path is what a distribution's lib/ holds. */
class ClusterITCase {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final Pattern JOB = Pattern.compile("Job ([0-9a-f]{32}) was submitted\\.");

  private static final String TOPIC = "cluster";
  private static final String EVENTS = "cluster-events";
  private static final String DEAD_LETTERS = "cluster-dead-letters";

  private static FlinkCluster cluster;

  @BeforeAll
  static void startCluster() {
    // The REST API answers from a cache; here what it says must be true now.
    cluster = FlinkCluster.start(1, Map.of("web.refresh-interval", "20 ms"));
  }

  @AfterAll
  static void closeCluster() {
    cluster.close();
  }

  @Test
  void endsAnAttachedRunWithTheCounts() throws IOException {
    Path input = cluster.folder().resolve("input");
    Path output = cluster.folder().resolve("output");
    int records = TestSize.records(10_000, 200_000);
    Expected expected = LogFolder.write(input, Traffic.of(records, 5, 12), records / 4);

    CommandResult result =
        cluster
            .commandLine()
            .run(
                GateweirCommand.jar(),
                "run",
                "--input",
                input.toString(),
                "--output",
                output.toString());

    assertThat(result.exitCode()).as(result.toString()).isZero();
    assertThat(result.out().lines().filter(line -> line.startsWith("{\"read\":")))
        .singleElement()
        .satisfies(line -> assertCounted(Output.parse(line.getBytes(UTF_8)), expected));
    expected.assertWrittenOnce(Output.inFolder(output));
  }

  @Test
  void writesEverythingOnceWhenATaskManagerIsKilled() throws Exception {
    KafkaClient client = KafkaServer.shared().client();
    TopicTraffic traffic = new TopicTraffic(client, TOPIC, 2);
    client.createTopic(EVENTS, 2);
    client.createTopic(DEAD_LETTERS, 1);
    Iterator<GeneratedLine> lines = Traffic.of(TestSize.records(20_000, 200_000), 5, 13);

    traffic.write(lines, 1_000);
    String job = submitDetached();
    FlinkRest rest = cluster.rest();
    await().atMost(LIMIT).until(() -> rest.completedCheckpoints(job) > 0);
    await("documents in a transaction that no checkpoint has touched")
        .atMost(LIMIT)
        .until(() -> writesIntoAnOpenTransaction(traffic, lines, job));
    cluster.killTaskManager();
    traffic.write(lines, 500);
    cluster.startTaskManager();
    traffic.write(lines);

    Expected expected = traffic.expected();
    await().atMost(LIMIT).until(() -> rest.restores(job) > 0);
    await("all records")
        .atMost(LIMIT)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> count(job, "read") == expected.read());
    rest.stop(job);
    Output committed = committed();
    expected.assertWrittenOnce(committed);
    assertThat(uncommitted().events().size())
        .as("events in all transactions, those thrown away too")
        .isGreaterThan(committed.events().size());
    assertThat(count(job, "events")).isEqualTo(expected.events());
    assertThat(count(job, "unmappable")).isEqualTo(expected.deadLetters());
    assertThat(count(job, "ignored")).isEqualTo(expected.ignored());
  }

  @Test
  void refusesWrongSettingsWithoutHarmToTheCluster() {
    CommandResult result =
        cluster
            .commandLine()
            .run(GateweirCommand.jar(), "run", "--input", "/nowhere", "-D", "gateweir.profil=x");

    assertThat(result.exitCode()).isNotZero();
    assertThat(result.err()).contains("gateweir: ", "gateweir.profil", "gateweir.profile");
    assertThat(cluster.rest().taskManagers()).isNotEmpty();
  }

  /** Writes some, and tells whether documents of it came after the last checkpoint has ended. */
  private static boolean writesIntoAnOpenTransaction(
      TopicTraffic traffic, Iterator<GeneratedLine> lines, String job) throws Exception {
    JsonNode before = checkpoints(job);
    int documents = uncommitted().events().size();
    traffic.write(lines, 300);
    await().atMost(LIMIT).until(() -> uncommitted().events().size() > documents);
    return before.path("in_progress").asInt() == 0 && before.equals(checkpoints(job));
  }

  private static JsonNode checkpoints(String job) {
    return cluster.rest().get("/jobs/" + job + "/checkpoints").path("counts");
  }

  private static String submitDetached() {
    String servers = KafkaServer.shared().bootstrapServers();
    List<String> words =
        new ArrayList<>(List.of("run", "-d", "-p", "2", GateweirCommand.jar().toString(), "run"));
    for (String definition :
        List.of(
            "gateweir.source.type=kafka",
            "gateweir.source.kafka.bootstrap-servers=" + servers,
            "gateweir.source.kafka.topics=" + TOPIC,
            "gateweir.sink.events=kafka",
            "gateweir.sink.dead-letters=kafka",
            "gateweir.sink.kafka.bootstrap-servers=" + servers,
            "gateweir.sink.kafka.topics.events=" + EVENTS,
            "gateweir.sink.kafka.topics.dead-letters=" + DEAD_LETTERS,
            "gateweir.sink.kafka.transactional-id-prefix=" + TOPIC,
            "execution.checkpointing.interval=3 s")) {
      words.addAll(List.of("-D", definition));
    }
    CommandResult result = cluster.commandLine().flink(words);
    assertThat(result.exitCode()).as(result.toString()).isZero();
    assertThat(result.err()).contains("metrics");
    Matcher job = JOB.matcher(result.err());
    assertThat(job.find()).as(result.err()).isTrue();
    return job.group(1);
  }

  private static Output committed() {
    return Output.committed(KafkaServer.shared().client(), EVENTS, DEAD_LETTERS);
  }

  private static Output uncommitted() {
    return Output.uncommitted(KafkaServer.shared().client(), EVENTS, DEAD_LETTERS);
  }

  /** A count of the job so far, from its accumulators. */
  private static long count(String job, String name) {
    JsonNode all = cluster.rest().get("/jobs/" + job + "/accumulators");
    return StreamSupport.stream(all.path("user-task-accumulators").spliterator(), false)
        .filter(each -> each.path("name").asText().equals(name))
        .mapToLong(each -> each.path("value").asLong())
        .sum();
  }

  private static void assertCounted(JsonNode summary, Expected expected) {
    assertThat(summary.path("read").asLong()).isEqualTo(expected.read());
    assertThat(summary.path("events").asLong()).isEqualTo(expected.events());
    assertThat(summary.path("dead_letters").asLong()).isEqualTo(expected.deadLetters());
    assertThat(summary.path("ignored").asLong()).isEqualTo(expected.ignored());
  }
}
