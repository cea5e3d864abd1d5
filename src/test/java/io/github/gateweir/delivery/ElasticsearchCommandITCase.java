package io.github.gateweir.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.gateweir.config.SinkStream;
import io.github.gateweir.testing.CommandResult;
import io.github.gateweir.testing.GateweirCommand;
import io.github.gateweir.testing.SearchServer;
import io.github.gateweir.testing.SearchServer.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line with Elasticsearch: before it is set up, after that, and when it is away. */
class ElasticsearchCommandITCase {
  private static final int RECORDS = 2_000;
  private static final int USAGE = 2;
  private static final int FAILED = 3;

  @TempDir private Path folder;
  private Path input;
  private Expected expected;

  @BeforeEach
  void writeLogs() throws IOException {
    input = folder.resolve("input");
    expected = LogFolder.write(input, Traffic.of(RECORDS, 5, 91), RECORDS / 2);
  }

  @Test
  void asksForSetupAndWritesAfterIt() {
    try (SearchServer server = SearchServer.start(Kind.ELASTICSEARCH)) {
      DataStreams streams = new DataStreams(server.url(), server.client(), "command");

      CommandResult before = run(server.url());
      assertThat(before.exitCode()).as(before.toString()).isEqualTo(USAGE);
      assertSentence(
          before,
          "logs-gateweir.gateway_network, logs-gateweir.alert, logs-gateweir.session,"
              + " logs-gateweir.dead_letter",
          "elasticsearch setup");
      assertThat(streams.count()).isZero();

      CommandResult setup =
          GateweirCommand.run(folder, List.of("elasticsearch", "setup", "-D", hosts(server.url())));
      assertThat(setup.exitCode()).as(setup.toString()).isZero();

      CommandResult after = run(server.url());
      assertThat(after.exitCode()).as(after.toString()).isZero();
      JsonNode counts = Output.parse(after.out().getBytes(UTF_8));
      assertThat(counts.path("read").asLong()).isEqualTo(expected.read());
      assertThat(counts.path("events").asLong()).isEqualTo(expected.events());
      assertThat(counts.path("dead_letters").asLong()).isEqualTo(expected.deadLetters());
      assertThat(counts.path("ignored").asLong()).isEqualTo(expected.ignored());
      expected.assertWrittenOnce(streams.output());
    }
  }

  @Test
  void tellsThatNoHostAnswers() throws IOException {
    String closed = "http://127.0.0.1:" + closedPort();

    CommandResult result = run(closed);

    assertThat(result.exitCode()).as(result.toString()).isEqualTo(FAILED);
    assertSentence(result, "no host at " + closed + " answered within");
  }

  @Test
  void writesTheDemosDocumentsThereToo() throws IOException {
    SearchServer server = SearchServer.shared(Kind.ELASTICSEARCH);
    List<String> words =
        List.of(
            "demo",
            "--output",
            folder.resolve("demo").toString(),
            "-D",
            hosts(server.url()),
            "-D",
            "gateweir.sink.elasticsearch.namespace=demo");

    CommandResult demo = GateweirCommand.run(folder, words);

    assertThat(demo.exitCode()).as(demo.toString()).isZero();
    for (SinkStream stream : SinkStream.values()) {
      List<byte[]> lines = new ArrayList<>();
      Output.forEachLine(folder.resolve("demo").resolve(stream.label()), lines::add);
      String dataStream = "logs-" + stream.dataset() + "-demo";
      assertThat(server.client().count(dataStream)).isPositive().isEqualTo(lines.size());
      assertThat(demo.out())
          .containsPattern(
              "%s +%s documents".formatted(dataStream, String.format("%,d", lines.size())));
    }
  }

  @Test
  void keepsTheDemosOtherSettings() {
    CommandResult demo =
        GateweirCommand.run(folder, List.of("demo", "-D", "gateweir.sink.events=stdout"));

    assertThat(demo.exitCode()).as(demo.toString()).isEqualTo(USAGE);
    assertThat(demo.err()).contains("gateweir.sink.events=stdout is not for the demo");
  }

  private CommandResult run(String url) {
    List<String> words = new ArrayList<>(List.of("run", "--input", input.toString()));
    for (String definition :
        List.of(
            hosts(url),
            "gateweir.sink.events=elasticsearch",
            "gateweir.sink.dead-letters=elasticsearch",
            "gateweir.sink.elasticsearch.namespace=command",
            "execution.checkpointing.interval=1 s",
            "execution.checkpointing.min-pause=0 s")) {
      words.addAll(List.of("-D", definition));
    }
    return GateweirCommand.run(folder, words);
  }

  private static String hosts(String url) {
    return "gateweir.sink.elasticsearch.hosts=" + url;
  }

  private static void assertSentence(CommandResult result, String... parts) {
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines()).as(result.err()).hasSize(1);
    assertThat(result.err())
        .startsWith("gateweir: gateweir.sink.elasticsearch.hosts")
        .contains(parts);
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
