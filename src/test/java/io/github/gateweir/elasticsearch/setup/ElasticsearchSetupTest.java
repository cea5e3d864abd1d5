package io.github.gateweir.elasticsearch.setup;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gateweir.elasticsearch.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;

class ElasticsearchSetupTest {

  private static final String POLICY = "/_ilm/policy/gateweir";
  private static final String PIPELINE = "/_ingest/pipeline/gateweir-ingested";
  private static final String SETTINGS = "/_component_template/gateweir-settings";
  private static final String ALERTS = "/_component_template/gateweir-alerts";

  private final FakeServer server = new FakeServer();

  @Test
  void installsWhatIsNeededBeforeWhatNeedsIt() {
    Report report = server.setUp();

    assertThat(server.writes())
        .containsExactly(
            POLICY,
            PIPELINE,
            SETTINGS,
            "/_component_template/gateweir-events",
            "/_component_template/gateweir-sessions",
            ALERTS,
            "/_component_template/gateweir-dead-letters",
            "/_index_template/logs-gateweir.gateway_network",
            "/_index_template/logs-gateweir.alert",
            "/_index_template/logs-gateweir.session",
            "/_index_template/logs-gateweir.dead_letter");
    assertThat(report.lines()).hasSize(11).allMatch(line -> line.endsWith(": created"));
    assertThat(report.notes()).isEmpty();
  }

  @Test
  void leavesEverythingAsItIsTheSecondTime() {
    server.setUp();
    server.writes().clear();

    Report report = server.setUp();

    assertThat(server.writes()).isEmpty();
    assertThat(report.lines()).hasSize(11).allMatch(line -> line.endsWith(": unchanged"));
  }

  @Test
  void makesThePolicyWithTheRetention() {
    server.setUp();

    assertThatJson(server.at(POLICY))
        .isEqualTo(
            """
            {"policy": {
              "_meta": {"managed_by": "gateweir", "version": "1.0.0"},
              "phases": {
                "hot": {"min_age": "0ms", "actions": {
                  "rollover": {"max_primary_shard_size": "50gb", "max_age": "30d"}}},
                "delete": {"min_age": "90d", "actions": {
                  "delete": {"delete_searchable_snapshot": true}}}}}}
            """);
  }

  @Test
  void writesARetentionThatIsNoNumberOfDaysInMilliseconds() {
    ObjectNode policy = LifecyclePolicy.of(Duration.ofHours(36), "1.0.0");

    assertThatJson(policy).inPath("policy.phases.delete.min_age").isEqualTo("129600000ms");
  }

  @Test
  void bindsNewIndicesToPolicyAndPipeline() {
    server.setUp();

    assertThatJson(server.at(SETTINGS))
        .node("template.settings")
        .isEqualTo(
            """
            {"index.mapping.total_fields.limit": "2000",
             "index.final_pipeline": "gateweir-ingested",
             "index.lifecycle.name": "gateweir"}
            """);
  }

  @Test
  void composesAnIndexTemplateForEachDataset() {
    server.setUp();

    assertThatJson(server.at("/_index_template/logs-gateweir.alert"))
        .isEqualTo(
            """
            {"priority": 500,
             "index_patterns": ["logs-gateweir.alert-*"],
             "composed_of":
               ["gateweir-settings", "gateweir-events", "gateweir-sessions", "gateweir-alerts"],
             "data_stream": {},
             "_meta": {"managed_by": "gateweir", "version": "1.0.0"}}
            """);
  }

  @Test
  void changesBackWhatWasChanged() {
    server.setUp();
    ObjectNode alerts = server.at(ALERTS).deepCopy();
    server.at(ALERTS).withObjectProperty("template").putObject("mappings");
    server.at(POLICY).withObject("/policy/phases/delete").put("min_age", "1d");
    server.writes().clear();

    Report report = server.setUp();

    assertThat(server.writes()).containsExactly(POLICY, ALERTS);
    assertThat(server.at(ALERTS)).isEqualTo(alerts);
    assertThat(report.lines())
        .contains(
            "lifecycle policy gateweir: changed", "component template gateweir-alerts: changed");
  }

  @Test
  void changesTheMarkAloneForAnotherVersion() {
    server.withDataStream("logs-gateweir.alert-default").setUp();

    Report report = server.setUp("1.1.0");

    assertThat(report.lines()).hasSize(11).allMatch(line -> line.endsWith(": changed"));
    assertThat(report.notes()).isEmpty();
  }

  @Test
  void tellsWhichDataStreamsKeepTheOldTemplates() {
    server
        .withDataStream("logs-gateweir.alert-default")
        .withDataStream("logs-gateweir.session-default")
        .setUp();
    server.at(ALERTS).withObjectProperty("template").putObject("mappings");

    assertThat(server.setUp().notes())
        .singleElement()
        .asString()
        .contains("logs-gateweir.alert-default", "POST /logs-gateweir.alert-default/_rollover");
  }

  @Test
  void touchesNothingWhenOneObjectIsForeign() {
    server.at(ALERTS).putObject("template");
    server.at(POLICY).withObject("/policy/_meta").put("managed_by", "somebody");

    assertThatExceptionOfType(SetupException.class)
        .isThrownBy(server::setUp)
        .withMessageContaining("lifecycle policy gateweir, component template gateweir-alerts")
        .withMessageContaining("Rename or delete");
    assertThat(server.writes()).isEmpty();
  }

  @Test
  void leavesThePolicyOutWhereThereAreNone() {
    server.answering("GET /_ilm", 400, "{'error':'no handler found for uri [/_ilm]'}");

    Report report = server.setUp();

    assertThat(report.lines())
        .anyMatch(line -> line.matches("lifecycle policy gateweir: left out \\(.*no _ilm\\)"));
    assertThat(server.writes()).doesNotContain(POLICY);
    assertThat(server.at(SETTINGS).toString()).doesNotContain("index.lifecycle");
  }

  @Test
  void leavesThePipelineOutWhereItsProcessorIsUnknown() {
    server.answering(
        "POST /_ingest", 400, "{'error':{'reason':'No processor type exists with name [set]'}}");

    Report report = server.setUp();

    assertThat(report.lines())
        .anyMatch(
            line ->
                line.startsWith("ingest pipeline gateweir-ingested: left out (")
                    && line.contains("No processor type exists with name [set]"));
    assertThat(server.writes()).doesNotContain(PIPELINE);
    assertThat(server.at(SETTINGS).toString()).doesNotContain("final_pipeline");
  }

  @Test
  void leavesThePipelineOutWhereNoNodeCouldRunIt() {
    server.answering("GET /_nodes", 200, "{'_nodes':{'total':0}}");

    assertThat(server.setUp().lines()).anyMatch(line -> line.contains("role ingest"));
    assertThat(server.writes()).doesNotContain(PIPELINE);
  }

  @Test
  void leavesThePipelineOutWhereItWouldWriteItsTemplate() {
    server.answering(
        "POST /_ingest",
        200,
        "{'docs':[{'doc':{'_source':{'event':{'ingested':'{{{_ingest.timestamp}}}'}}}}]}");

    assertThat(server.setUp().lines()).anyMatch(line -> line.contains("lang-mustache"));
  }

  @Test
  void namesThePrivilegeThatIsMissing() {
    server.answering(
        "PUT /_ingest",
        403,
        "{'error':{'reason':'action [cluster:admin/ingest] is unauthorized'}}");

    assertThatExceptionOfType(SetupException.class)
        .isThrownBy(server::setUp)
        .withMessageContaining("es-1 does not allow PUT " + PIPELINE)
        .withMessageContaining("is unauthorized")
        .satisfies(e -> assertThat(e.reason()).isEqualTo(SetupException.Cause.CREDENTIALS));
  }

  @Test
  void tellsThatTheCredentialsAreWrong() {
    server.answering("", 401, "{}");

    assertThatExceptionOfType(SetupException.class)
        .isThrownBy(server::setUp)
        .withMessageContaining("did not accept the credentials")
        .satisfies(e -> assertThat(e.reason()).isEqualTo(SetupException.Cause.CREDENTIALS));
  }

  @Test
  void tellsAProxyFromElasticsearch() {
    byte[] page = "<html>sign in</html>".getBytes(StandardCharsets.UTF_8);
    server.answering("", new Answer(302, "text/html", "https://login.example", page));

    assertThatExceptionOfType(SetupException.class)
        .isThrownBy(server::setUp)
        .withMessageContaining("status 302 and with a redirect to https://login.example")
        .satisfies(e -> assertThat(e.reason()).isEqualTo(SetupException.Cause.SERVER));
    assertThat(server.writes()).isEmpty();
  }

  @Test
  void givesTheInnermostReasonOfARefusal() {
    server.answering(
        "PUT /_index_template",
        400,
        "{'error':{'reason':'outer','caused_by':{'reason':'would cause collisions.'}}}");

    assertThatExceptionOfType(SetupException.class)
        .isThrownBy(server::setUp)
        .withMessage(
            "es-1 refused PUT /_index_template/logs-gateweir.gateway_network (400):"
                + " would cause collisions.");
  }

  @Test
  void tellsThatNobodyAnswers() {
    assertThatExceptionOfType(SetupException.class)
        .isThrownBy(() -> setUp(new IOException("Connection refused")))
        .withMessageContaining("http://es-1:9200 does not answer: Connection refused.")
        .satisfies(e -> assertThat(e.reason()).isEqualTo(SetupException.Cause.SERVER));
  }

  @Test
  void tellsThatTheCertificateIsNotTrusted() {
    SSLException untrusted = new SSLException("no path to an authority");

    assertThatExceptionOfType(SetupException.class)
        .isThrownBy(() -> setUp(new IOException(untrusted.getMessage(), untrusted)))
        .withMessageContaining("no path to an authority. Set gateweir.sink.elasticsearch.cert")
        .satisfies(e -> assertThat(e.reason()).isEqualTo(SetupException.Cause.CREDENTIALS));
  }

  private static void setUp(IOException failure) {
    Requests failing =
        (method, path, json) -> {
          throw failure;
        };
    new ElasticsearchSetup(failing, "http://es-1:9200", Duration.ofDays(90), "1.0.0").run();
  }
}
