package io.github.gateweir.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.gateweir.config.SinkStream;
import io.github.gateweir.job.Inlet;
import io.github.gateweir.job.Outlets;
import io.github.gateweir.job.RunSummary;
import io.github.gateweir.source.deadletter.DeadLetterInlet;
import io.github.gateweir.source.file.FileInlet;
import io.github.gateweir.testing.SearchServer;
import io.github.gateweir.testing.SearchServer.Kind;
import io.github.gateweir.testing.TestSize;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One event in a hundred is refused; the mapping is corrected; the dead letters are replayed. */
class ElasticsearchPoisonITCase {
  private static final int RECORDS = TestSize.records(10_000, 200_000);

  private static final JobMeters METERS = new JobMeters();

  @RegisterExtension static final MiniClusterExtension CLUSTER = METERS.cluster(2);

  @TempDir private Path folder;

  /** Takes a while, so only a full run does it with both. */
  static Stream<Kind> kinds() {
    return TestSize.current() == TestSize.FULL
        ? Stream.of(Kind.values())
        : Stream.of(Kind.ELASTICSEARCH);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void putsWhatIsRefusedIntoFilesOfDeadLetters(Kind kind) throws Exception {
    DataStreams streams = DataStreams.setUp(SearchServer.shared(kind), "poison_to_files");
    Path letters = folder.resolve("output");
    Traffics traffic = run(streams, toFolder(streams, letters));

    List<JsonNode> written = new ArrayList<>();
    Output.forEachLine(letters.resolve("dead-letters"), line -> written.add(Output.parse(line)));
    assertRefused(written, traffic);
    traffic
        .expected()
        .assertWrittenOnce(new Output(streams.output().events(), Output.deadLettersIn(letters)));

    replay(streams, letters.resolve("dead-letters"), traffic);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void putsWhatIsRefusedIntoADataStreamOfDeadLetters(Kind kind) throws Exception {
    DataStreams streams = DataStreams.setUp(SearchServer.shared(kind), "poison_to_stream");
    Traffics traffic = run(streams, streams.outlets());

    List<JsonNode> written = streams.deadLetters();
    assertRefused(written, traffic);
    traffic.expected().assertWrittenOnce(streams.output());

    Path exported = Files.createDirectories(folder.resolve("exported"));
    Files.write(
        exported.resolve("dead-letters.ndjson"),
        written.stream().map(JsonNode::toString).toList(),
        UTF_8);
    replay(streams, exported, traffic);
  }

  private record Traffics(Expected expected, List<String> poisoned) {}

  /** Runs the job over lines of which some are poison. */
  private Traffics run(DataStreams streams, Outlets outlets) throws Exception {
    Poison.arm(streams);
    Expected expected = new Expected(Poison::isIn);
    Poison lines = new Poison(Traffic.of(RECORDS, 2, 51));
    LogFolder.write(folder.resolve("input"), lines, RECORDS / 4, expected);
    assertThat(lines.poisoned()).hasSizeGreaterThan(RECORDS / 120);

    RunSummary summary = run(TestJob.fromFolder(folder.resolve("input")), outlets);

    expected.assertCountedBy(summary);
    return new Traffics(expected, lines.poisoned());
  }

  private static void assertRefused(List<JsonNode> letters, Traffics traffic) {
    List<JsonNode> refused =
        letters.stream()
            .filter(letter -> letter.at("/error/code").asText().equals("refused"))
            .toList();
    assertThat(refused)
        .extracting(letter -> letter.at("/event/original").asText())
        .containsExactlyInAnyOrderElementsOf(traffic.poisoned());
    assertThat(refused)
        .extracting(letter -> letter.at("/error/message").asText())
        .allSatisfy(
            message ->
                assertThat(message)
                    .startsWith("Elasticsearch refused the document (400 ")
                    .contains("failed to parse field [" + Poison.FIELD + "] of type [long]")
                    .contains("For input string: \"seven\""));
  }

  /** Replays the dead letters when nothing is poison any more. */
  private void replay(DataStreams streams, Path letters, Traffics before) throws Exception {
    Poison.disarm(streams);
    Path output = folder.resolve("replayed");
    Inlet inlet =
        new DeadLetterInlet(
            new FileInlet(
                TestJob.files(letters), TestJob.EVENT_TIME, DeadLetterInlet.LONGEST_DOCUMENT),
            Map.of());

    RunSummary summary = run(inlet, toFolder(streams, output));

    assertThat(summary.read()).isEqualTo(before.expected().deadLetters());
    assertThat(summary.events()).isEqualTo(before.poisoned().size());
    assertThat(summary.deadLetters())
        .isEqualTo(before.expected().deadLetters() - before.poisoned().size());
    assertThat(streams.output().events())
        .doesNotHaveDuplicates()
        .hasSize((int) before.expected().events() + before.poisoned().size());
  }

  private static Outlets toFolder(DataStreams streams, Path folder) {
    return TestJob.outlets(streams.events(), TestJob.toFolder(SinkStream.DEAD_LETTERS, folder));
  }

  private RunSummary run(Inlet inlet, Outlets outlets) throws Exception {
    StreamExecutionEnvironment env = TestJob.environment(folder, 2);
    TestJob.build(env, inlet, outlets);
    return RunSummary.of(env.execute("poison").getAllAccumulatorResults(), 0);
  }
}
