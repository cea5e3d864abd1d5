package io.github.gateweir.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.gateweir.elasticsearch.setup.Report;
import io.github.gateweir.elasticsearch.setup.SetupException;
import io.github.gateweir.testing.CommandResult;
import io.github.gateweir.testing.GateweirCommand;
import io.github.gateweir.testing.SearchClient;
import io.github.gateweir.testing.SearchServer;
import io.github.gateweir.testing.SearchServer.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Setup against real servers, before any document is there. */
@ParameterizedClass
@EnumSource(Kind.class)
class SetupITCase {

  private static final List<String> INDEX_TEMPLATES =
      List.of(
          "logs-gateweir.gateway_network",
          "logs-gateweir.alert",
          "logs-gateweir.session",
          "logs-gateweir.dead_letter");
  private static final List<String> COMPONENT_TEMPLATES =
      List.of(
          "gateweir-settings",
          "gateweir-events",
          "gateweir-sessions",
          "gateweir-alerts",
          "gateweir-dead-letters");

  private static SearchServer server;

  private final Kind kind;
  private final SearchClient client = server.client();

  @TempDir private Path folder;

  SetupITCase(Kind kind) {
    this.kind = kind;
  }

  @BeforeParameterizedClassInvocation
  static void startServer(Kind kind) {
    server = SearchServer.start(kind);
  }

  @AfterParameterizedClassInvocation
  static void closeServer() {
    server.close();
  }

  @BeforeEach
  void clear() {
    INDEX_TEMPLATES.forEach(name -> client.delete("/_index_template/" + name));
    COMPONENT_TEMPLATES.forEach(name -> client.delete("/_component_template/" + name));
    client.delete("/_ingest/pipeline/gateweir-ingested");
  }

  @Test
  void createsWhatTheServerCanHave() {
    List<String> lines = setUp().lines();

    assertThat(lines).filteredOn(line -> line.contains(" template ")).hasSize(9);
    assertThat(lines)
        .filteredOn(line -> line.contains(" template "))
        .allMatch(line -> line.endsWith(": created"));
    assertThat(lines).anyMatch(line -> line.startsWith("lifecycle policy gateweir: left out ("));
    assertThat(lines)
        .anyMatch(
            line ->
                line.startsWith(
                    kind == Kind.OPENSEARCH
                        ? "ingest pipeline gateweir-ingested: created"
                        : "ingest pipeline gateweir-ingested: left out ("));
    assertThat(names()).containsAll(INDEX_TEMPLATES).containsAll(COMPONENT_TEMPLATES);
  }

  @Test
  void leavesEverythingUnchangedTheSecondTime() {
    setUp();

    assertThat(setUp().lines())
        .hasSize(11)
        .allMatch(line -> line.endsWith(": unchanged") || line.contains(": left out ("));
  }

  @Test
  void installsNothingBesideAForeignTemplate() {
    String foreign = "{\"template\": {\"settings\": {\"index.number_of_replicas\": \"0\"}}}";
    client.put("/_component_template/gateweir-alerts", foreign);

    assertThatExceptionOfType(SetupException.class)
        .isThrownBy(this::setUp)
        .withMessageContaining("component template gateweir-alerts");
    assertThat(names())
        .contains("gateweir-alerts")
        .doesNotContainAnyElementsOf(INDEX_TEMPLATES)
        .doesNotContain("gateweir-settings", "gateweir-events");
    assertThat(component("gateweir-alerts").at("/template/settings/index").toString())
        .isEqualTo("{\"number_of_replicas\":\"0\"}");
  }

  @Test
  void changesBackWhatWasChanged() {
    setUp();
    JsonNode before = component("gateweir-events").path("template");
    client.put(
        "/_component_template/gateweir-events",
        "{\"template\": {}, \"_meta\": {\"managed_by\": \"gateweir\", \"version\": \"test\"}}");

    List<String> lines = setUp().lines();

    assertThat(lines).contains("component template gateweir-events: changed");
    assertThat(lines).filteredOn(line -> line.endsWith(": changed")).hasSize(1);
    assertThat(component("gateweir-events").path("template")).isEqualTo(before);
  }

  @Test
  void runsAsACommand() {
    CommandResult created = run(server.url());
    CommandResult unchanged = run(server.url());

    assertThat(created.exitCode()).as(created.err()).isZero();
    assertThat(created.out())
        .contains("index template logs-gateweir.alert: created\n")
        .hasLineCount(11);
    assertThat(unchanged.out()).doesNotContain(": created", ": changed");
  }

  @Test
  void tellsOnTheCommandLineWhatStoppedIt() {
    client.put("/_component_template/gateweir-alerts", "{\"template\": {}}");

    CommandResult result = run(server.url());

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .contains("gateweir: Nothing was installed", "component template gateweir-alerts");
  }

  private CommandResult run(String url) {
    return GateweirCommand.run(
        folder,
        List.of("elasticsearch", "setup", "-D", "gateweir.sink.elasticsearch.hosts=" + url));
  }

  private Report setUp() {
    return Setups.run(server);
  }

  private JsonNode component(String name) {
    return client
        .get("/_component_template/" + name)
        .body()
        .at("/component_templates/0/component_template");
  }

  private List<String> names() {
    return Stream.of("/_component_template", "/_index_template")
        .map(client::get)
        .flatMap(answer -> answer.body().findValuesAsText("name").stream())
        .toList();
  }
}
