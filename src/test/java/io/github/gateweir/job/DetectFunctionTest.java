package io.github.gateweir.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.gateweir.alert.Alert;
import io.github.gateweir.detection.RuleFiles;
import io.github.gateweir.ecs.EcsEvent;
import io.github.gateweir.session.SessionRecord;
import java.util.TreeMap;
import net.javacrumbs.jsonunit.assertj.JsonAssertions;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.junit.jupiter.api.Test;

class DetectFunctionTest {

  private static final String RULE =
      """
      title: Example Contacted
      id: 5d0e5b86-8f16-4a3c-9f52-7a3f4d1f9a11
      status: test
      level: high
      description: The example is contacted.
      date: 2026-11-24
      logsource: {product: cloudflare, service: gateway_network}
      detection:
        domain:
          destination.domain|endswith: '.example'
        condition: domain
      tags: [attack.command-and-control, attack.t1071.001]
      """;

  @Test
  void theAlertGoesWithTheRecordToItsSession() throws Exception {
    try (FunctionHarness<EcsEvent, SessionRecord> detect = open()) {
      detect.process(event("\"SessionID\":\"s1\",\"SNI\":\"a.example\",\"Action\":\"block\""));
      detect.process(event("\"SessionID\":\"s1\",\"SNI\":\"example\""));

      assertThat(detect.output()).hasSize(2);
      assertThat(detect.output().get(1).alerts()).isEmpty();
      assertThat(detect.output().get(0).alerts()).hasSize(1);
      assertThat(detect.sideOutput(DetectFunction.ALERTS)).isEmpty();
      assertThat(detect.counter("rulesMatched")).isEqualTo(1);
    }
  }

  @Test
  void withoutSessionTheAlertGoesByItself() throws Exception {
    try (FunctionHarness<EcsEvent, SessionRecord> detect = open()) {
      detect.process(event("\"SourceIP\":\"10.0.0.1\",\"SNI\":\"a.example\""));

      assertThat(detect.output()).isEmpty();
      assertThat(detect.sideOutput(DetectFunction.ALERTS))
          .extracting(Alert::rule, Alert::level, Alert::sessionId)
          .containsExactly(tuple("Example Contacted", "high", null));
    }
  }

  @Test
  void theAlertSaysWhoWhatWhereAndWhy() throws Exception {
    try (FunctionHarness<EcsEvent, SessionRecord> detect = open()) {
      EcsEvent event =
          event(
              """
              "SessionID":"s1","SNI":"a.example","Action":"block","Email":"ann@example.com",\
              "SourceIP":"10.0.0.1","DestinationIP":"192.0.2.1","DestinationPort":443,\
              "DeviceName":"laptop","PolicyName":"No"
              """);
      detect.process(event);

      Alert alert = detect.output().get(0).alerts()[0];
      assertThat(alert.group().eventId()).isEqualTo(event.id());
      JsonAssertions.assertThatJson(new String(alert.json(), UTF_8))
          .and(
              json ->
                  json.node("message")
                      .isEqualTo(
                          "Example Contacted: ann@example.com on laptop was kept from a.example port"
                              + " 443, because destination.domain matches"
                              + " *.example"),
              json -> json.node("event.kind").isEqualTo("alert"),
              json -> json.node("event.severity").isEqualTo(73),
              json -> json.node("event.id").isEqualTo(alert.id()),
              json -> json.node("event.action").isEqualTo("block"),
              json -> json.node("rule.name").isEqualTo("Example Contacted"),
              json -> json.node("rule.version").isEqualTo("\"2026-11-24\""),
              json -> json.node("threat.technique.id").isEqualTo("[\"T1071\"]"),
              json -> json.node("threat.technique.subtechnique.id").isEqualTo("[\"T1071.001\"]"),
              json -> json.node("destination.ip").isEqualTo("192.0.2.1"),
              json -> json.node("cloudflare.PolicyName").isEqualTo("No"),
              json ->
                  json.node("gateweir.alert")
                      .isEqualTo(
                          """
                          {"id": "%s", "kind": "match", "count": 1, "events": ["%s"],
                           "matches": [{"field": "destination.domain", "value": "a.example",
                                        "selection": "domain", "entry": "*.example"}],
                           "group": {"gateweir.actor": "${json-unit.any-string}",
                                     "destination.domain": "a.example"}}
                          """
                              .formatted(alert.id(), event.id())));
    }
  }

  private static FunctionHarness<EcsEvent, SessionRecord> open() throws Exception {
    TreeMap<String, byte[]> rules = new TreeMap<>();
    rules.put("example.yml", RULE.getBytes(UTF_8));
    RuleFiles files = new RuleFiles(rules, new TreeMap<>(), "test", 300_000);
    return FunctionHarness.open(new ProcessOperator<>(new DetectFunction(files)));
  }

  private static EcsEvent event(String members) {
    String line = "{\"Datetime\":\"2026-01-02T12:00:00Z\",%s}".formatted(members.strip());
    return Records.mapped(Records.line(line)).event();
  }

  @Test
  void aRuleThatIsRefusedDoesNotStopTheOthers() throws Exception {
    TreeMap<String, byte[]> rules = new TreeMap<>();
    rules.put("broken.yml", "title: [".getBytes(UTF_8));
    for (int i = 0; i < 99; i++) {
      String id = "5d0e5b86-8f16-4a3c-9f52-7a3f4d1f%04d".formatted(i);
      rules.put(
          "rule%02d.yml".formatted(i), RULE.replaceAll("id: .*", "id: " + id).getBytes(UTF_8));
    }
    RuleFiles files = new RuleFiles(rules, new TreeMap<>(), "test", 0);

    assertThat(files.load().all()).hasSize(99);
    assertThat(files.load().problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.mark().file()).isEqualTo("broken.yml"));
    try (FunctionHarness<EcsEvent, SessionRecord> detect =
        FunctionHarness.open(new ProcessOperator<>(new DetectFunction(files)))) {
      detect.process(event("\"SessionID\":\"s1\",\"SNI\":\"a.example\""));
      assertThat(detect.output().get(0).alerts()).hasSize(99);
    }
    assertThat(files.load().refused()).isEqualTo(1);
  }

  @Test
  void whatOneRecordCanHoldDoesNotEndTheJobOrMakeAHugeAlert() throws Exception {
    String members =
        "\"SessionID\":\"s1\",\"SNI\":\"%s.example\",\"New\":{\"n\":%s,\"d\":1e400},\"CategoryIDs\":[%s]"
            .formatted("x".repeat(60_000), "1".repeat(2_000), "9".repeat(25));
    try (FunctionHarness<EcsEvent, SessionRecord> detect = open()) {
      detect.process(event(members));

      SessionRecord record = detect.output().get(0);
      assertThat(record.domain()).hasSize(1_024);
      String alert = new String(record.alerts()[0].json(), UTF_8);
      assertThat(alert)
          .hasSizeLessThan(20_000)
          .contains("1".repeat(2_000), "9".repeat(25), "1e400");
    }
  }
}
