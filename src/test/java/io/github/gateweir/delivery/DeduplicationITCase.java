package io.github.gateweir.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.gateweir.generate.GeneratedLine;
import io.github.gateweir.testing.CommandResult;
import io.github.gateweir.testing.GateweirCommand;
import io.github.gateweir.testing.TestSize;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run} with a window for duplicates, over logs of which a part was delivered twice. */
class DeduplicationITCase {
  private static final int RECORDS = TestSize.records(6_000, 200_000);
  private static final int SEED = 5;

  @TempDir private Path folder;

  @Test
  void writesEachEventOnceAndCountsItsDuplicatesAsIgnored() throws IOException {
    Path input = folder.resolve("input");
    Expected expected = LogFolder.write(input, traffic(), RECORDS / 4);
    long ignored = expected.ignored();
    writeEveryThirdEventAgain(input.resolve("20250102T000000Z.log"), expected);
    assertThat(expected.ignored()).isGreaterThan(ignored + RECORDS / 4);

    CommandResult result = run(input);

    assertThat(result.exitCode()).as(result.toString()).isZero();
    JsonNode summary = Output.parse(result.out().getBytes(UTF_8));
    assertThat(summary.path("read").asLong()).isEqualTo(expected.read());
    assertThat(summary.path("events").asLong()).isEqualTo(expected.events());
    assertThat(summary.path("dead_letters").asLong()).isEqualTo(expected.deadLetters());
    assertThat(summary.path("ignored").asLong()).isEqualTo(expected.ignored());
    expected.assertWrittenOnce(Output.inFolder(folder.resolve("output")));
  }

  private static Iterator<GeneratedLine> traffic() {
    return Traffic.of(RECORDS, 5, SEED);
  }

  private static void writeEveryThirdEventAgain(Path file, Expected expected) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      Iterator<GeneratedLine> lines = traffic();
      for (int i = 0; lines.hasNext(); i++) {
        GeneratedLine line = lines.next();
        if (i % 3 == 0 && line.expectation().isEvent()) {
          expected.addIgnored();
          out.write(line.bytes());
          out.write('\n');
        }
      }
    }
  }

  private CommandResult run(Path input) {
    return GateweirCommand.run(
        folder,
        List.of(
            "run",
            "--input",
            input.toString(),
            "--output",
            folder.resolve("output").toString(),
            "-D",
            "gateweir.dedup.window=1 h",
            "-D",
            "parallelism.default=2",
            "-D",
            "execution.checkpointing.interval=1 s",
            "-D",
            "execution.checkpointing.min-pause=0 s"));
  }
}
