package io.github.gateweir.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.gateweir.testing.CommandResult;
import io.github.gateweir.testing.GateweirCommand;
import io.github.gateweir.testing.TestSize;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run} from files to files, in a JVM of its own, twice over the same records. */
class FilesToFilesITCase {
  private static final int RECORDS = TestSize.records(50_000, 1_000_000);

  @TempDir private static Path folder;
  private static Expected expected;
  private static CommandResult result;

  @BeforeAll
  static void runOnce() throws IOException {
    Path input = folder.resolve("input");
    expected = LogFolder.write(input, Traffic.of(RECORDS, 5, 3), RECORDS / 10);
    result = run("first");
  }

  @Test
  void endsWithCountsThatAddUpToTheLinesRead() {
    assertThat(result.exitCode()).as(result.toString()).isZero();
    JsonNode summary = Output.parse(result.out().getBytes(UTF_8));
    assertThat(summary.path("read").asLong()).isEqualTo(RECORDS).isEqualTo(expected.read());
    assertThat(summary.path("events").asLong()).isEqualTo(expected.events());
    assertThat(summary.path("dead_letters").asLong()).isEqualTo(expected.deadLetters());
    assertThat(summary.path("ignored").asLong()).isEqualTo(expected.ignored());
  }

  @Test
  void writesEveryLineOnceAsAnEventOrADeadLetter() throws IOException {
    expected.assertWrittenOnce(Output.inFolder(folder.resolve("first")));
  }

  @Test
  void findsTheFaultsThatTheGeneratorMade() throws IOException {
    Map<String, Long> codes = new TreeMap<>();
    Output.forEachLine(
        folder.resolve("first/dead-letters"),
        line -> codes.merge(Output.parse(line).at("/error/code").asText(), 1L, Long::sum));

    assertThat(codes)
        .containsOnlyKeys("malformed", "bad_timestamp", "other_dataset")
        .isEqualTo(expected.codes());
  }

  @Test
  void leavesOnlyFinishedFiles() throws IOException {
    assertThat(Output.files(folder.resolve("first")))
        .isNotEmpty()
        .allSatisfy(
            file ->
                assertThat(folder.resolve("first").relativize(file).toString())
                    .matches("(events|alerts|sessions|dead-letters)/\\1-[^/]*\\.ndjson"));
  }

  @Test
  void alertsNameEveryEventThatTheGeneratorPlannedAndNoOther() throws IOException {
    DetectionTable table = new DetectionTable();
    Traffic.of(RECORDS, 5, 3).forEachRemaining(table::expect);
    Output.forEachLine(folder.resolve("first/alerts"), line -> table.find(Output.parse(line)));

    System.out.println(table);
    assertThat(table.detections()).hasSize(DetectionTable.EVALUATED.size());
    assertThat(table.mistakes()).as(table.toString()).isEmpty();
  }

  @Test
  void writesTheSameDocumentsAgain() throws IOException {
    CommandResult again = run("second");

    assertThat(again.exitCode()).as(again.toString()).isZero();
    assertThat(FolderDigest.of(folder.resolve("second")))
        .isEqualTo(FolderDigest.of(folder.resolve("first")));
  }

  private static CommandResult run(String output) {
    return GateweirCommand.run(
        folder,
        List.of(
            "run",
            "--input",
            folder.resolve("input").toString(),
            "--output",
            folder.resolve(output).toString(),
            "-D",
            "parallelism.default=2",
            "-D",
            "execution.checkpointing.interval=1 s",
            "-D",
            "execution.checkpointing.min-pause=0 s"));
  }
}
