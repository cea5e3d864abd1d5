package io.github.gateweir.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gateweir.testing.CommandResult;
import io.github.gateweir.testing.GateweirCommand;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.javacrumbs.jsonunit.core.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The three samples of the vendor's page through the whole job. */
class ReferenceSamplesITCase {

  @TempDir private Path folder;

  @Test
  void becomeExactlyTheReferenceDocumentsInTheProfileSekoia() throws IOException {
    List<String> expected = resource("/reference/sekoia.ndjson");

    List<String> written = run("sekoia");

    assertThat(written).hasSize(3).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertThatJson(written.get(i)).isEqualTo(expected.get(i));
    }
  }

  @Test
  void containTheReferenceDocumentsInTheProfileExtended() throws IOException {
    List<String> expected = resource("/reference/sekoia.ndjson");

    List<String> written = run("extended");

    assertThat(written).hasSize(3).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertThatJson(written.get(i)).when(Option.IGNORING_EXTRA_FIELDS).isEqualTo(expected.get(i));
    }
  }

  /** One subtask, one file: the documents are in the order of the samples. */
  private List<String> run(String profile) throws IOException {
    Path input = folder.resolve("samples.ndjson");
    Path output = folder.resolve("output");
    Files.write(input, resource("/reference/samples.ndjson"));
    CommandResult result =
        GateweirCommand.run(
            folder,
            List.of(
                "run",
                "--input",
                input.toString(),
                "--output",
                output.toString(),
                "-D",
                "gateweir.profile=" + profile,
                "-D",
                "parallelism.default=1",
                "-D",
                "execution.checkpointing.interval=1 s",
                "-D",
                "execution.checkpointing.min-pause=0 s"));
    assertThat(result.exitCode()).as(result.toString()).isZero();
    List<String> documents = new ArrayList<>();
    Output.forEachLine(output.resolve("events"), line -> documents.add(new String(line, UTF_8)));
    return documents;
  }

  private static List<String> resource(String name) throws IOException {
    try (InputStream in = ReferenceSamplesITCase.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), UTF_8).lines().toList();
    }
  }
}
