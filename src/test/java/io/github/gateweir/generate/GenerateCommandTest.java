package io.github.gateweir.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

class GenerateCommandTest {
  @TempDir private Path folder = Path.of("");

  private final StringWriter errors = new StringWriter();

  @Test
  void writesAFile() throws Exception {
    assertThat(run("--records", "50", "--output", file("out.ndjson"))).isZero();
    assertThat(Files.readAllLines(folder.resolve("out.ndjson"))).hasSize(50);
  }

  @Test
  void gzipsAFileWhoseNameEndsInGz() throws Exception {
    assertThat(run("--records", "50", "--output", file("out.ndjson"))).isZero();
    assertThat(run("--records", "50", "--output", file("out.ndjson.gz"))).isZero();
    try (InputStream in =
        new GZIPInputStream(Files.newInputStream(folder.resolve("out.ndjson.gz")))) {
      assertThat(in.readAllBytes()).isEqualTo(Files.readAllBytes(folder.resolve("out.ndjson")));
    }
  }

  @Test
  void writesOnlyRecordsToStandardOutput() {
    PrintStream standardOutput = System.out;
    ByteArrayOutputStream captured = new ByteArrayOutputStream();
    System.setOut(new PrintStream(captured, true, StandardCharsets.UTF_8));
    try {
      assertThat(run("--records", "3")).isZero();
    } finally {
      System.setOut(standardOutput);
    }
    assertThat(captured.toString(StandardCharsets.UTF_8).lines())
        .hasSize(3)
        .allSatisfy(line -> assertThat(line).startsWith("{\"AccountID\":").endsWith("}"));
    assertThat(errors.toString()).startsWith("3 records: 3 events");
  }

  @Test
  void writesToATopicThroughWhatOpensIt() {
    Topic topic = new Topic();
    CommandLine command =
        new CommandLine(
            new GenerateCommand(
                name -> {
                  topic.name = name;
                  return topic;
                }));
    assertThat(command.execute("--records", "20", "--output", "kafka:logs")).isZero();
    assertThat(topic.name).isEqualTo("logs");
    assertThat(topic.lines).hasSize(20);
    for (int i = 0; i < 20; i++) {
      assertThat(topic.lines.get(i)).contains("\"SessionID\":\"" + topic.keys.get(i) + "\"");
    }
    assertThat(topic.closed).isTrue();
  }

  @Test
  void endsWithThreeWhenWritingFails() {
    CommandLine command =
        new CommandLine(
            new GenerateCommand(
                name ->
                    (line, key) -> {
                      throw new IOException("the broker is gone");
                    }));
    command.setErr(new PrintWriter(errors, true));
    assertThat(command.execute("--records", "5", "--output", "kafka:logs")).isEqualTo(3);
    assertThat(errors.toString())
        .isEqualToIgnoringNewLines("Writing to kafka:logs failed: the broker is gone.");
  }

  @Test
  void writesWhatIsExpectedOfTheLines() throws Exception {
    assertThat(
            run(
                "--records",
                "20000",
                "--faulty",
                "5",
                "--seed",
                "9",
                "--output",
                file("out.ndjson"),
                "--expect",
                file("expect.ndjson")))
        .isZero();
    List<String> lines =
        Files.readAllLines(folder.resolve("out.ndjson"), StandardCharsets.ISO_8859_1);
    List<JsonNode> expected = json(folder.resolve("expect.ndjson"));
    JsonNode summary = expected.remove(expected.size() - 1);

    Map<String, Long> rules = new TreeMap<>();
    Map<String, Long> outcomes = new TreeMap<>();
    for (JsonNode node : expected) {
      node.path("rules").forEach(rule -> rules.merge(rule.asText(), 1L, Long::sum));
      if (node.has("outcome")) {
        String reason = node.path("code").asText() + node.path("reason").asText();
        outcomes.merge(reason, 1L, Long::sum);
      }
      if (node.path("reason").asText().equals("blank_line")) {
        assertThat(lines.get(node.path("line").asInt() - 1)).isEmpty();
      }
      if (node.path("rules").toString().contains("telegram")) {
        assertThat(lines.get(node.path("line").asInt() - 1))
            .containsIgnoringCase("api.telegram.org");
      }
    }
    assertThat(counts(summary.path("rules"))).isEqualTo(rules).hasSize(18);
    Map<String, Long> counted = counts(summary.path("dead_letters"));
    counted.putAll(counts(summary.path("ignored")));
    counted.put("", summary.path("skipped_fields").asLong());
    assertThat(counted)
        .isEqualTo(outcomes)
        .containsOnlyKeys(
            "", "malformed", "bad_timestamp", "other_dataset", "blank_line", "upload_test");
    long notEvents = counted.values().stream().mapToLong(Long::longValue).sum() - counted.get("");
    assertThat(summary.path("records").asLong()).isEqualTo(20_000);
    assertThat(summary.path("events").asLong()).isEqualTo(20_000 - notEvents);
    assertThat(counts(summary.path("near_misses"))).hasSize(18);
  }

  @Test
  void writesNoFasterThanTheRate() {
    long start = System.nanoTime();
    assertThat(run("--records", "60", "--rate", "300/s", "--output", file("out"))).isZero();
    assertThat(System.nanoTime() - start).isGreaterThan(190_000_000L);
  }

  @Test
  void saysWhichTrafficHasNoPlace() {
    assertThat(run("--records", "600", "--output", file("out"))).isZero();
    assertThat(errors.toString())
        .contains("no place for correlation-potential-dns-tunnel; raise --records or --sessions.");
  }

  @ParameterizedTest
  @EnumSource
  void namesEveryRuleInTheHelp(Detection detection) {
    assertThat(new CommandLine(new GenerateCommand()).getUsageMessage())
        .containsPattern("\\b" + detection.ruleName() + "\\b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "                                     | Missing required option: '--records=N'",
        "--records 0                          | --records is 0; it must be at least 1.",
        "--records 5 --sessions 0             | --sessions is 0; it must be at least 1.",
        "--records 5 --sessions 6             | --sessions is 6, but only 5 of the 5 records are events; choose fewer",
        "--records 5 --faulty 101             | --faulty is 101.0; it is a percentage and must be from 0 to 100.",
        "--records 5 --rate 5                 | '5' is not a number of records a second, such as 500/s",
        "--records 5 --timestamps iso         | there is no format 'iso'; choose one of rfc3339, rfc3339ms, rfc3339ns, unix, unixnano",
        "--records 5 --start yesterday        | 'yesterday' is not a time such as 2026-01-01T00:00:00Z",
        "--records 5 --start 1969-01-01T00:00:00Z | --start is 1969-01-01T00:00:00Z; it must be from 1970-01-01T00:00:00Z",
        "--records 5 --attacks tor,cryptomining | there is no rule 'tor'; choose all, none, or some of burp-suite-tool-detected, ",
        "--records 5 --output kafka:logs      | --output kafka:logs is not possible here; choose a file or -.",
        "--records 5 --output kafka:          | --output kafka: names no topic; write kafka:TOPIC.",
        "--records 5 --output no/such/out     | --output no/such/out cannot be written: its folder does not exist; create it first.",
        "--records 5 --output target          | --output target cannot be written: it is a folder; name a file in it.",
        "--records 5 --expect x --output x    | --expect and --output are both x; choose two files."
      })
  void refusesWrongUsageWithASentence(@Nullable String arguments, String sentence) {
    String[] words = arguments == null ? new String[0] : arguments.split(" ", -1);
    assertThat(run(words)).isEqualTo(2);
    assertThat(errors.toString().replaceAll("\\s+", " ")).contains(sentence);
  }

  @Test
  void leavesAFileAloneThatIsNamedTwice() throws IOException {
    Path file = Files.writeString(folder.resolve("lines"), "precious");

    assertThat(run("--records", "5", "--expect", file.toString(), "--output", file.toString()))
        .isEqualTo(2);

    assertThat(file).hasContent("precious");
  }

  private int run(String... arguments) {
    CommandLine command = new CommandLine(new GenerateCommand());
    command.setErr(new PrintWriter(errors, true));
    return command.execute(arguments);
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private static List<JsonNode> json(Path file) throws IOException {
    List<JsonNode> nodes = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      nodes.add(new ObjectMapper().readTree(line));
    }
    return nodes;
  }

  private static Map<String, Long> counts(JsonNode node) {
    Map<String, Long> counts = new TreeMap<>();
    node.fields().forEachRemaining(e -> counts.put(e.getKey(), e.getValue().asLong()));
    return counts;
  }

  private static final class Topic implements RecordOutput {
    private String name = "";
    private final List<String> lines = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private boolean closed;

    @Override
    public void write(byte[] line, @Nullable String key) {
      lines.add(GeneratedLog.text(line));
      keys.add(Objects.requireNonNull(key, "an event has a session"));
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
