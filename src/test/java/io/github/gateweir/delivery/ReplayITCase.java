package io.github.gateweir.delivery;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.gateweir.testing.CommandResult;
import io.github.gateweir.testing.GateweirCommand;
import io.github.gateweir.testing.KafkaClient;
import io.github.gateweir.testing.KafkaServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run} makes dead letters, something is put right, {@code replay} sends them through. */
class ReplayITCase {
  private static final String SMALL = record("small", 10);
  private static final String LARGE = record("large", 50_000);
  private static final String BROKEN = "{\"Datetime\":";

  @TempDir private Path folder;
  private KafkaServer kafka;
  private KafkaClient client;

  @BeforeEach
  void startKafka() {
    kafka = KafkaServer.shared();
    client = kafka.client();
  }

  @Test
  void sendsTheTopicsDeadLettersThroughAgainAndNoneTwice() throws Exception {
    TopicTraffic traffic = new TopicTraffic(client, "replay", 1);
    for (String line : List.of(SMALL, LARGE, BROKEN)) {
      traffic.write(line.getBytes(US_ASCII));
    }
    client.createTopic("replay-events", 1);
    client.createTopic("replay-dead-letters", 1);

    assertCounts(command("run", "first", "40 kb"), 3, 1, 2);
    assertThat(deadLetters())
        .extracting(letter -> letter.split(" ", 2)[0])
        .containsExactlyInAnyOrder("too_large", "malformed");
    assertThat(client.readCommitted("replay-dead-letters"))
        .as("the large record is not whole in its dead letter")
        .anyMatch(letter -> isTruncated(Output.parse(letter.value())));

    assertCounts(command("replay", "second", "1 mb"), 2, 1, 1);
    assertThat(events()).containsExactly("small", "large");
    assertThat(deadLetters().get(2)).startsWith("malformed at");
    assertThat(deadLetters().subList(0, 2)).contains(deadLetters().get(2));

    assertCounts(command("replay", "third", "1 mb"), 1, 0, 1);
  }

  @Test
  void sendsFilesOfDeadLettersThroughAgain() throws Exception {
    Path logs = Files.createDirectories(folder.resolve("logs"));
    Files.writeString(logs.resolve("a.log"), SMALL + "\n" + BROKEN + "\n");
    Path first = folder.resolve("first");
    assertCounts(files("run", "1", logs, first), 2, 1, 1);

    Path second = folder.resolve("second");
    assertCounts(files("replay", "2", first.resolve("dead-letters"), second), 1, 0, 1);

    assertThat(places(second)).hasSize(1).isEqualTo(places(first));
  }

  @Test
  void doesNotGuessWhichFilesToReplay() throws Exception {
    CommandResult result =
        GateweirCommand.run(
            Files.createDirectories(folder.resolve("none")),
            List.of("replay", "-D", "gateweir.source.files.path=" + folder));

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("Dead letters go to files").contains("--input");
  }

  private CommandResult command(String command, String name, String maxRecordSize)
      throws Exception {
    List<String> arguments = new ArrayList<>(List.of(command));
    for (String setting :
        List.of(
            "gateweir.source.type=kafka",
            "gateweir.source.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
            "gateweir.source.kafka.topics=replay",
            "gateweir.source.kafka.bounded=true",
            "gateweir.sink.events=kafka",
            "gateweir.sink.dead-letters=kafka",
            "gateweir.sink.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
            "gateweir.sink.kafka.topics.events=replay-events",
            "gateweir.sink.kafka.topics.dead-letters=replay-dead-letters",
            "gateweir.sink.kafka.max-record-size=" + maxRecordSize,
            "execution.checkpointing.interval=1 s",
            "execution.checkpointing.min-pause=0 s")) {
      arguments.add("-D");
      arguments.add(setting);
    }
    return GateweirCommand.run(Files.createDirectories(folder.resolve(name)), arguments);
  }

  private CommandResult files(String command, String name, Path input, Path output)
      throws Exception {
    return GateweirCommand.run(
        Files.createDirectories(folder.resolve(name)),
        List.of(
            command,
            "--input",
            input.toString(),
            "--output",
            output.toString(),
            "-D",
            "execution.checkpointing.interval=1 s"));
  }

  private static void assertCounts(CommandResult result, int read, int events, int deadLetters)
      throws Exception {
    assertThat(result.exitCode()).as(result.err()).isZero();
    JsonNode counts = Output.parse(result.out().getBytes(US_ASCII));
    assertThat(counts.path("read").asInt()).isEqualTo(read);
    assertThat(counts.path("events").asInt()).isEqualTo(events);
    assertThat(counts.path("dead_letters").asInt()).isEqualTo(deadLetters);
  }

  private static boolean isTruncated(JsonNode letter) {
    return letter.at("/gateweir/dead_letter/truncated").asBoolean();
  }

  private static List<String> places(Path output) throws Exception {
    List<String> places = new ArrayList<>();
    Output.forEachLine(
        output.resolve("dead-letters"),
        line -> {
          JsonNode letter = Output.parse(line);
          places.add(letter.at("/log/file/path") + ":" + letter.at("/gateweir/source/line"));
        });
    return places;
  }

  private List<String> events() {
    return client.readCommitted("replay-events").stream()
        .map(event -> Output.parse(event.value()).at("/cloudflare/SessionID").asText())
        .toList();
  }

  private List<String> deadLetters() {
    return Output.committed(client, "replay-events", "replay-dead-letters").deadLetters();
  }

  private static String record(String session, int filling) {
    return "{\"Datetime\":\"2026-01-01T00:00:00Z\",\"SessionID\":\"%s\",\"Filling\":\"%s\"}"
        .formatted(session, "f".repeat(filling));
  }
}
