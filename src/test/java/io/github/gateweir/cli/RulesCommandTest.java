package io.github.gateweir.cli;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RulesCommandTest {

  private static final String RULE =
      """
      title: Build Server Contacted
      id: 5d0e5b86-8f16-4a3c-9f52-7a3f4d1f9a12
      status: test
      level: low
      logsource: {product: cloudflare, service: gateway_network}
      detection:
        host:
          destination.domain: build.example
        home:
          source.ip|cidr: 10.0.0.0/8
        condition: host and not home
      tags: [attack.t1071.001, attack.t1048]
      """;

  private static final String MATCH =
      """
      {"Datetime":"2026-01-02T12:00:00Z","SessionID":"s","SourceIP":"192.0.2.7","SNI":"build.example"}
      """;

  private static final String NO_MATCH =
      """
      {"Datetime":"2026-01-02T12:00:00Z","SessionID":"s","SourceIP":"10.1.2.3","SNI":"build.example"}
      """;

  @TempDir private Path folder;

  private String out = "";
  private String err = "";

  @Test
  void checkFindsTheRulesThatComeWithTheProgramRight() throws IOException {
    assertThat(run("rules", "check", "--format", "json")).isZero();

    assertThatJson(out).node("refused").isEqualTo(0);
    assertThatJson(out).node("rules").isEqualTo(24);
    for (JsonNode problem : new ObjectMapper().readTree(out).get("problems")) {
      assertThat(problem.get("severity").asText()).isEqualTo("warning");
      assertThat(problem.get("code").asText()).isEqualTo("not-evaluated");
    }
  }

  @Test
  void checkSaysWhatIsWrongAndWhere() throws IOException {
    write("right.yml", RULE);
    write("wrong.yml", RULE.replace("source.ip|cidr", "source.hat").replace("9a12", "9a13"));

    assertThat(run("rules", "check", folder.toString(), "--format", "json")).isEqualTo(1);
    assertThatJson(out)
        .isEqualTo(
            """
            {"rules": 2, "ok": 1, "warnings": 0, "refused": 1,
             "problems": [{"file": "wrong.yml", "line": 10, "column": 5,
                           "rule": "Build Server Contacted", "severity": "error",
                           "code": "unsupported-field",
                           "message": "${json-unit.regex}No event has the field .*source.hat.*"}]}
            """);
  }

  @Test
  void checkForAnyEventDoesNotAskForFieldsAndLogSources() throws IOException {
    write(
        "any.yml",
        RULE.replace("source.ip|cidr", "Some.Field|cidr").replace("cloudflare", "windows"));

    assertThat(run("rules", "check", folder.toString())).isEqualTo(1);
    assertThat(out).contains("[unsupported-logsource]");
    assertThat(run("rules", "check", folder.toString(), "--any-event")).isZero();
    assertThat(out).isEqualTo("1 rules: 1 are right, 0 with warnings, 0 are refused\n");
  }

  @Test
  void testTriesTheSamplesBesideTheRules() throws IOException {
    write("build.yml", RULE);
    write("build.match.ndjson", MATCH);
    write("build.nomatch.ndjson", NO_MATCH);
    assertThat(run("rules", "test", folder.toString())).isZero();
    assertThat(out).contains("1 rules, 2 samples, 0 faults");

    write("build.nomatch.ndjson", NO_MATCH + MATCH);
    assertThat(run("rules", "test", folder.toString())).isEqualTo(1);
    assertThat(out).contains("WRONG", "line 2 of the samples that must not match");
  }

  @Test
  void testFindsTheSamplesOfTheRulesThatComeWithTheProgram() {
    assertThat(run("rules", "test")).isZero();
    assertThat(out).contains("21 rules, 205 samples, 0 faults");
  }

  @Test
  void matchTakesRecordsAndEcsDocuments() throws IOException {
    write("build.yml", RULE);
    Path events =
        write(
            "events.ndjson",
            NO_MATCH
                + MATCH
                + "{\"@timestamp\":\"2026-01-02T12:00:00Z\","
                + "\"destination\":{\"domain\":\"build.example\"}}\n");

    assertThat(run("rules", "match", "--rules", folder.toString(), events.toString())).isZero();
    assertThat(out.lines())
        .containsExactly(
            "{\"line\":2,\"rule\":\"5d0e5b86-8f16-4a3c-9f52-7a3f4d1f9a12\",\"title\":\"Build Server"
                + " Contacted\",\"level\":\"low\"}",
            "{\"line\":3,\"rule\":\"5d0e5b86-8f16-4a3c-9f52-7a3f4d1f9a12\",\"title\":\"Build Server"
                + " Contacted\",\"level\":\"low\"}");
  }

  @Test
  void matchTakesAnyEventFlatOrNested() throws IOException {
    write(
        "any.yml",
        RULE.replace("destination.domain: build.example", "process.name|endswith: .exe")
            .replace("cloudflare", "windows"));
    Path events =
        write(
            "events.ndjson",
            "{\"process.name\":\"A.EXE\"}\n{\"process\":{\"name\":\"b.exe\"}}\n{\"process\":1}\n");

    assertThat(
            run("rules", "match", "--any-event", "--rules", folder.toString(), events.toString()))
        .isZero();
    assertThat(out.lines()).hasSize(2);
  }

  @Test
  void explainShowsEachConditionWithItsValue() throws IOException {
    Path rule = write("build.yml", RULE);
    Path event = write("event.ndjson", NO_MATCH);

    assertThat(run("rules", "explain", rule.toString(), event.toString())).isZero();
    assertThat(out)
        .contains("line 1: Build Server Contacted does not match")
        .containsPattern("yes .*build.example")
        .containsPattern("yes .*10\\.0\\.0\\.0/8.*10\\.1\\.2\\.3");
  }

  @Test
  void backtestCountsMatchesAndShowsOnWhat() throws IOException {
    Path rule = write("build.yml", RULE);
    Path events =
        write("events.ndjson", MATCH + MATCH.replace("192.0.2.7", "192.0.2.8") + NO_MATCH);

    assertThat(run("rules", "backtest", rule.toString(), events.toString(), "--format", "json"))
        .isZero();
    assertThatJson(out)
        .isEqualTo(
            """
            {"records": 3, "events": 3,
             "rules": [{"rule": "5d0e5b86-8f16-4a3c-9f52-7a3f4d1f9a12",
                        "title": "Build Server Contacted", "matches": 2,
                        "top": [{"value": "build.example", "count": 2}]}]}
            """);
  }

  @Test
  void navigatorWritesALayerOfTheRulesGiven() throws IOException {
    write("build.yml", RULE);
    write("other.yml", RULE.replace("Build Server", "Other Server").replace("9a12", "9a14"));

    assertThat(run("rules", "navigator", folder.toString())).isZero();
    assertThatJson(out).node("versions.layer").isEqualTo("\"4.5\"");
    assertThatJson(out).node("domain").isEqualTo("enterprise-attack");
    assertThatJson(out)
        .node("techniques")
        .isEqualTo(
            """
            [{"techniqueID": "T1048", "score": 2, "enabled": true, "showSubtechniques": false,
              "comment": "Build Server Contacted\\nOther Server Contacted"},
             {"techniqueID": "T1071.001", "score": 2, "enabled": true, "showSubtechniques": true,
              "comment": "Build Server Contacted\\nOther Server Contacted"}]
            """);
  }

  @Test
  void aFolderThatIsNotThereIsWrongUsage() {
    assertThat(run("rules", "check", "no-such-folder")).isEqualTo(2);
    assertThat(err).contains("There is no folder or file no-such-folder");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private int run(String... words) {
    StringWriter written = new StringWriter();
    StringWriter said = new StringWriter();
    CommandLine line =
        Commands.commandLine().setOut(new PrintWriter(written)).setErr(new PrintWriter(said));
    int exitCode = line.execute(words);
    out = written.toString();
    err = said.toString();
    return exitCode;
  }
}
