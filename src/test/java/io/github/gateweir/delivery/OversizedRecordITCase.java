package io.github.gateweir.delivery;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.gateweir.gateway.RawRecord;
import io.github.gateweir.job.RunSummary;
import io.github.gateweir.testing.KafkaClient;
import io.github.gateweir.testing.KafkaServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Records at and above the size that the topics take, and a broker with Kafka's own limit. */
class OversizedRecordITCase {
  private static final int MAX_RECORD_SIZE = 1 << 20;

  /** What Kafka itself needs of a record, as {@code KafkaSinkSettings} reckons. */
  private static final int OVERHEAD = 128;

  private static final int MAX_DOCUMENT = MAX_RECORD_SIZE - OVERHEAD;
  private static final String SESSION = "0000000000000000000000000000cafe";

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(1)
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
  void writesADocumentThatJustFitsAndMakesADeadLetterOfOneThatIsAByteLarger() throws Exception {
    String probe = "size-probe";
    write(probe, List.of(line(0)));
    int spare = MAX_DOCUMENT - size(run(probe).get(0));
    assertThat(spare).as("bytes to spare").isPositive();
    String topic = "sizes";
    List<String> places = write(topic, List.of(line(spare), line(spare + 1)));

    List<ConsumerRecord<byte[], byte[]>> events = run(topic);

    assertThat(events).hasSize(1);
    assertThat(size(events.get(0))).isEqualTo(MAX_DOCUMENT);
    assertThat(deadLetters(topic)).containsExactly(Output.deadLetter("too_large", places.get(1)));
  }

  @Test
  void cutsADeadLetterThatIsTooLargeItself() throws Exception {
    String topic = "large-dead-letters";
    byte[] controls = new byte[RawRecord.MAX_LENGTH - 1];
    Arrays.fill(controls, (byte) 1);
    List<String> places = write(topic, List.of(controls, line(0)));

    assertThat(run(topic)).hasSize(1);

    assertThat(deadLetters(topic)).containsExactly(Output.deadLetter("malformed", places.get(0)));
    byte[] letter = client.readCommitted(topic + "-dead-letters").get(0).value();
    JsonNode document = Output.parse(letter);
    assertThat(letter.length).isLessThanOrEqualTo(MAX_DOCUMENT).isGreaterThan(MAX_DOCUMENT / 2);
    assertThat(document.at("/gateweir/dead_letter/truncated").asBoolean()).isTrue();
    assertThat(document.at("/event/original").asText()).isNotEmpty().matches("\\u0001+");
  }

  private static List<String> write(String topic, List<byte[]> lines) throws Exception {
    TopicTraffic traffic = new TopicTraffic(client, topic, 1);
    List<String> places = new ArrayList<>();
    for (byte[] line : lines) {
      places.add(traffic.write(line));
    }
    TestJob.createTopics(client, topic, 1);
    return places;
  }

  /** Runs the job to its end, checks that its counts add up and returns the events. */
  private List<ConsumerRecord<byte[], byte[]>> run(String topic) throws Exception {
    StreamExecutionEnvironment env =
        TestJob.environment(folder, 1, "restart-strategy.type=disable");
    TestJob.build(
        env,
        TestJob.fromTopic(kafka.bootstrapServers(), topic, true),
        raw -> raw,
        TestJob.toTopics(kafka.bootstrapServers(), topic, MAX_RECORD_SIZE));
    RunSummary counts = RunSummary.of(env.execute(topic).getAllAccumulatorResults(), 0);
    List<ConsumerRecord<byte[], byte[]>> events = client.readCommitted(topic + "-events");
    assertThat(counts.read()).isEqualTo(client.readCommitted(topic).size());
    assertThat(counts.events()).isEqualTo(events.size());
    assertThat(counts.deadLetters()).isEqualTo(deadLetters(topic).size());
    assertThat(counts.read()).isEqualTo(counts.events() + counts.deadLetters() + counts.ignored());
    return events;
  }

  private static List<String> deadLetters(String topic) {
    return Output.committed(client, topic + "-events", topic + "-dead-letters").deadLetters();
  }

  private static int size(ConsumerRecord<byte[], byte[]> written) {
    assertThat(new String(written.key(), UTF_8)).isEqualTo(SESSION);
    return written.key().length + written.value().length;
  }

  /**
   * A record whose document comes close to 1 MiB, because the name of the server is in it several
   * times; a blank behind the last field makes it a byte larger, in its message.
   */
  private static byte[] line(int blanks) {
    return """
        {"Datetime":"2025-03-01T00:00:00Z","SessionID":"%s","SNI":"%s.example"%s}"""
        .formatted(SESSION, "a".repeat(209_000), " ".repeat(blanks))
        .getBytes(US_ASCII);
  }
}
