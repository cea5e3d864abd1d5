package io.github.gateweir.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.gateweir.testing.CommandResult;
import io.github.gateweir.testing.GateweirCommand;
import io.github.gateweir.testing.KafkaServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mistakes in the settings of {@code run}: one sentence on standard error and an exit code. */
class RunMistakesITCase {
  private static final int USAGE = 2;
  private static final int FAILED = 3;

  @TempDir private Path folder;
  private Path input;

  @BeforeEach
  void makeInput() throws IOException {
    input = Files.createDirectory(folder.resolve("input"));
  }

  @Test
  void tellsThatNoBrokerAnswers() throws IOException {
    String closed = "127.0.0.1:" + closedPort();
    long start = System.nanoTime();

    CommandResult result =
        run(
            "gateweir.source.type=kafka",
            "gateweir.source.kafka.topics=logs",
            "gateweir.source.kafka.bootstrap-servers=" + closed);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
    assertSentence(result, FAILED, "no broker at " + closed + " answered within");
  }

  @Test
  void tellsThatATopicDoesNotExist() {
    String servers = KafkaServer.shared().bootstrapServers();

    CommandResult result =
        run(
            "gateweir.source.type=kafka",
            "gateweir.source.kafka.topics=not-there",
            "gateweir.source.kafka.bootstrap-servers=" + servers);

    assertSentence(result, USAGE, "not-there", "does not exist on " + servers);
  }

  @Test
  void tellsThatAFolderDoesNotExist() {
    Path missing = folder.resolve("missing");

    CommandResult result = run("gateweir.source.files.path=" + missing);

    assertSentence(result, USAGE, "gateweir.source.files.path names " + missing, "does not exist");
  }

  @Test
  void tellsThatAFolderMayNotBeRead() throws IOException {
    Files.setPosixFilePermissions(input, PosixFilePermissions.fromString("---------"));
    assumeThat(Files.isReadable(input)).as("this user may read everything").isFalse();

    CommandResult result = run("gateweir.source.files.path=" + input);

    assertSentence(result, USAGE, "gateweir.source.files.path names " + input, "may not read");
  }

  @Test
  void tellsThatAKeyIsUnknown() {
    CommandResult result =
        run("gateweir.source.files.path=" + input, "gateweir.source.files.mood=bounded");

    assertSentence(result, USAGE, "gateweir.source.files.mood", "gateweir.source.files.mode");
  }

  private CommandResult run(String... definitions) {
    List<String> words = new ArrayList<>(List.of("run", "--output", folder + "/output"));
    for (String definition : definitions) {
      words.addAll(List.of("-D", definition));
    }
    return GateweirCommand.run(folder, words);
  }

  private static void assertSentence(CommandResult result, int exitCode, String... parts) {
    assertThat(result.exitCode()).as(result.toString()).isEqualTo(exitCode);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines()).as(result.err()).hasSize(1);
    assertThat(result.err())
        .startsWith("gateweir: ")
        .contains(parts)
        .doesNotContainPattern(Pattern.compile("Exception|^\\s+at ", Pattern.MULTILINE));
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
