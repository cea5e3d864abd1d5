package io.github.gateweir.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.gateweir.alert.Alert;
import io.github.gateweir.gateway.Place;
import io.github.gateweir.session.LateRecord;
import io.github.gateweir.session.LongDomainAlert;
import io.github.gateweir.session.SampleRecord;
import io.github.gateweir.session.SessionRecord;
import io.github.gateweir.sink.Document;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Sessions with a gap of 30 minutes and a length of 24 hours, with the state on the heap and in
 * RocksDB.
 */
@ParameterizedClass
@EnumSource
class CorrelateSessionFunctionTest {

  private static final long NOON = Records.NOON;
  private static final long MINUTE = 60_000;
  private static final long GAP = 30 * MINUTE;
  private static final long DAY = 24 * 60 * MINUTE;
  private static final long NANOS = 1_000_000;
  private static final long END = Long.MAX_VALUE;
  private static final ObjectMapper JSON = new ObjectMapper();

  enum Backend {
    HEAP,
    ROCKS_DB;

    StateBackend make() {
      return this == HEAP ? new HashMapStateBackend() : new EmbeddedRocksDBStateBackend();
    }
  }

  private final Backend backend;
  private final KeyedFunctionHarness.Keyed<String, SessionRecord, Document> all;
  private final KeyedFunctionHarness.Keyed<String, SessionRecord, Document> correlated;

  CorrelateSessionFunctionTest(Backend backend) {
    this.backend = backend;
    all = keyed(true);
    correlated = keyed(false);
  }

  private KeyedFunctionHarness.Keyed<String, SessionRecord, Document> keyed(boolean emitsAll) {
    SessionRules rules =
        new SessionRules(Duration.ofMillis(GAP), Duration.ofMillis(DAY), 3, 50, emitsAll);
    return new KeyedFunctionHarness.Keyed<>(
        () -> new KeyedProcessOperator<>(new CorrelateSessionFunction(rules)),
        SessionRecord::sessionId,
        Types.STRING,
        backend::make);
  }

  @Test
  void oneRecordIsASessionThatEndsWithTheGapBehindIt() throws Exception {
    try (KeyedFunctionHarness<String, SessionRecord, Document> job = all.open()) {
      process(job, SampleRecord.atNanos(NOON * NANOS + 123_456_789, 1));

      assertOneTimerForEachOf(job, "s");
      job.watermark(NOON + 123 + GAP - 1);
      assertThat(job.output()).isEmpty();
      assertOneTimerForEachOf(job, "s");
      job.watermark(NOON + 123 + GAP);
      assertNothingLeft(job);
      Document document = job.output().get(0);
      assertThat(job.output()).hasSize(1);
      assertThat(document.key()).isEqualTo("s");
      assertThat(document.place()).isEqualTo(Place.NOWHERE);
      assertThat(document.id()).matches("[0-9a-f]{32}");
      assertThatJson(text(document)).isEqualTo(ONE_RECORD.formatted(document.id()));
      assertThat(job.accumulators()).isEqualTo(Map.of("sessions", 1L));
      assertThat(job.counter("sessionsClosed")).isEqualTo(1);
      assertThat(job.counter("lateSessionRecords")).isZero();
    }
  }

  private static final String ONE_RECORD =
      """
      {
        "message": "Session of ann@example.com: 1 record to 1 destination in 0 s",
        "@timestamp": "2026-01-02T12:00:00.123456789Z",
        "ecs": {"version": "${json-unit.any-string}"},
        "event": {
          "kind": "event", "module": "gateweir", "dataset": "gateweir.session", "id": "%s",
          "category": ["network", "session"], "type": ["end"],
          "start": "2026-01-02T12:00:00.123456789Z", "end": "2026-01-02T12:00:00.123456789Z",
          "duration": 0
        },
        "cloud": {"account": {"id": "account"}},
        "user": {"id": "u1", "email": "ann@example.com"},
        "device": {"id": "d1"},
        "host": {"hostname": "laptop", "id": "d1", "name": "laptop"},
        "source": {"address": "10.0.0.1", "ip": "10.0.0.1"},
        "cloudflare": {"SessionID": "s"},
        "related": {
          "ip": ["10.0.0.1", "192.0.2.1"], "hosts": ["laptop", "one.example"],
          "user": ["u1", "ann@example.com"]
        },
        "gateweir": {"session": {
          "start": "2026-01-02T12:00:00.123456789Z", "end": "2026-01-02T12:00:00.123456789Z",
          "records": 1, "records_exact": true,
          "destinations": {"count": 1, "values": ["192.0.2.1"], "truncated": false},
          "domains": {"count": 1, "values": ["one.example"], "truncated": false},
          "ports": {"count": 1, "values": [443], "truncated": false},
          "actions": {"count": 1, "values": ["allow"], "truncated": false},
          "policies": {"count": 1, "values": ["Allow all"], "truncated": false},
          "longest_domain": "one.example", "longest_domain_length": 11, "long_domains": 0
        }}
      }
      """;

  @Test
  void manyRecordsAreFoldedIntoOneSession() throws Exception {
    try (KeyedFunctionHarness<String, SessionRecord, Document> job = all.open()) {
      process(
          job,
          at(0, 1).to("192.0.2.9", "nine.example", 8443).verdict("block", "No"),
          at(10 * MINUTE, 2),
          at(20 * MINUTE, 3).to("2001:db8::1", "a-rather-long.example", 53));

      assertOneTimerForEachOf(job, "s");
      job.watermark(NOON + 50 * MINUTE - 1);
      assertThat(job.output()).isEmpty();
      job.watermark(NOON + 50 * MINUTE);
      assertNothingLeft(job);
      JsonNode document = only(job);
      assertThat(document.path("event").path("duration").asLong()).isEqualTo(20 * MINUTE * NANOS);
      assertThat(document.path("message").asText())
          .isEqualTo("Session of ann@example.com: 3 records to 3 destinations in 1200 s");
      assertThatJson(document.path("gateweir").path("session").toString())
          .isEqualTo(
              """
          {
            "start": "2026-01-02T12:00:00Z", "end": "2026-01-02T12:20:00Z",
            "records": 3, "records_exact": true,
            "destinations": {
              "count": 3, "values": ["192.0.2.1", "192.0.2.9", "2001:db8::1"], "truncated": false
            },
            "domains": {
              "count": 3, "values": ["a-rather-long.example", "nine.example", "one.example"],
              "truncated": false
            },
            "ports": {"count": 3, "values": [53, 443, 8443], "truncated": false},
            "actions": {"count": 2, "values": ["allow", "block"], "truncated": false},
            "policies": {"count": 2, "values": ["Allow all", "No"], "truncated": false},
            "longest_domain": "a-rather-long.example", "longest_domain_length": 21,
            "long_domains": 0
          }
          """);
    }
  }

  @Test
  void theOrderOfArrivalDoesNotMatter() throws Exception {
    List<SampleRecord> records =
        List.of(at(0, 1), at(20 * MINUTE, 2).to("192.0.2.2", "two.example", 53), at(GAP, 3));
    List<JsonNode> documents = new ArrayList<>();
    for (int[] order : new int[][] {{0, 1, 2}, {2, 1, 0}, {1, 0, 2}, {1, 2, 0}, {0, 2, 1}}) {
      try (KeyedFunctionHarness<String, SessionRecord, Document> job = all.open()) {
        for (int i : order) {
          process(job, records.get(i));
          assertOneTimerForEachOf(job, "s");
        }
        job.watermark(NOON + 2 * GAP - 1);
        assertThat(job.output()).isEmpty();
        assertOneTimerForEachOf(job, "s");
        job.watermark(NOON + 2 * GAP);
        assertNothingLeft(job);
        documents.add(only(job));
      }
    }
    assertThat(documents).containsOnly(documents.get(0));
    assertThat(sessionOf(documents.get(0)).path("records").asInt()).isEqualTo(3);
  }

  @Test
  void aRecordBetweenTwoSessionsMakesThemOne() throws Exception {
    try (KeyedFunctionHarness<String, SessionRecord, Document> job = all.open()) {
      process(job, at(0, 1), at(50 * MINUTE, 2));
      assertOneTimerForEachOf(job, "s");
      job.watermark(NOON + 20 * MINUTE);
      process(job, at(25 * MINUTE, 3));
      assertOneTimerForEachOf(job, "s");

      job.watermark(NOON + GAP);
      assertThat(job.output()).as("the timer of the first looks again").isEmpty();
      assertOneTimerForEachOf(job, "s");
      job.watermark(NOON + 80 * MINUTE);
      assertThat(spans(job)).containsExactly("12:00:00Z 12:50:00Z 3");
      assertNothingLeft(job);
    }
  }

  @Test
  void withoutTheRecordBetweenTheyAreTwoThatEndOneAfterTheOther() throws Exception {
    try (KeyedFunctionHarness<String, SessionRecord, Document> job = all.open()) {
      process(job, at(50 * MINUTE, 2), at(0, 1));
      assertOneTimerForEachOf(job, "s");

      job.watermark(NOON + GAP);
      assertThat(spans(job)).containsExactly("12:00:00Z 12:00:00Z 1");
      assertOneTimerForEachOf(job, "s");
      job.watermark(NOON + 80 * MINUTE);
      assertThat(spans(job)).containsExactly("12:00:00Z 12:00:00Z 1", "12:50:00Z 12:50:00Z 1");
      assertThat(job.output()).extracting(Document::id).doesNotHaveDuplicates();
      assertNothingLeft(job);
    }
  }

  @Test
  void exactlyTheGapIsTogether() throws Exception {
    try (KeyedFunctionHarness<String, SessionRecord, Document> job = all.open()) {
      process(job, at(0, 1), at(GAP, 2));
      process(job, at(GAP, 3).of("backwards"), at(0, 4).of("backwards"));
      job.watermark(END);

      assertThat(spans(job)).containsExactly("12:00:00Z 12:30:00Z 2", "12:00:00Z 12:30:00Z 2");
      assertNothingLeft(job);
    }
  }

  @Test
  void aNanosecondMoreThanTheGapIsApart() throws Exception {
    try (KeyedFunctionHarness<String, SessionRecord, Document> job = all.open()) {
      SampleRecord after = SampleRecord.atNanos((NOON + GAP) * NANOS + 1, 2);
      process(job, at(0, 1), after);
      process(job, after.of("backwards"), at(0, 1).of("backwards"));
      job.watermark(END);

      assertThat(spans(job))
          .containsExactlyInAnyOrder(
              "12:00:00Z 12:00:00Z 1",
              "12:30:00.000000001Z 12:30:00.000000001Z 1",
              "12:00:00Z 12:00:00Z 1",
              "12:30:00.000000001Z 12:30:00.000000001Z 1");
      assertNothingLeft(job);
    }
  }

  @Test
  void aMillisecondMoreThanTheGapIsApart() throws Exception {
    try (KeyedFunctionHarness<String, SessionRecord, Document> job = all.open()) {
      process(job, at(0, 1), at(GAP + 1, 2));
      job.watermark(END);

      assertThat(spans(job))
          .containsExactly("12:00:00Z 12:00:00Z 1", "12:30:00.001Z 12:30:00.001Z 1");
      assertNothingLeft(job);
    }
  }

  @Test
  void aRecordADayAfterTheFirstBeginsTheNextSession() throws Exception {
    try (KeyedFunctionHarness<String, SessionRecord, Document> job = all.open()) {
      for (long time = 0; time <= DAY; time += 20 * MINUTE) {
        process(job, at(time, time));
        assertOneTimerForEachOf(job, "s");
        job.watermark(NOON + time);
      }

      job.watermark(NOON + DAY - 1 + GAP);
      assertThat(spans(job)).containsExactly("12:00:00Z 11:40:00Z 72");
      assertOneTimerForEachOf(job, "s");
      job.watermark(NOON + DAY + GAP);
      assertThat(spans(job)).containsExactly("12:00:00Z 11:40:00Z 72", "12:00:00Z 12:00:00Z 1");
      assertNothingLeft(job);
    }
  }

  @Test
  void aRecordANanosecondLessThanADayAfterTheFirstBelongsToIt() throws Exception {
    try (KeyedFunctionHarness<String, SessionRecord, Document> job = all.open()) {
      for (long time = 0; time < DAY; time += 20 * MINUTE) {
        process(job, at(time, time));
      }
      process(job, SampleRecord.atNanos((NOON + DAY) * NANOS - 1, 9));
      job.watermark(NOON + DAY - 2);
      assertThat(job.output()).isEmpty();
      job.watermark(NOON + DAY - 1);

      assertThat(spans(job)).containsExactly("12:00:00Z 11:59:59.999999999Z 73");
      assertNothingLeft(job);
    }
  }

  @Test
  void aRecordThatWasDeliveredTwiceCountsOnce() throws Exception {
    try (KeyedFunctionHarness<String, SessionRecord, Document> job = all.open()) {
      process(job, at(0, 1), at(0, 1), at(MINUTE, 2), at(0, 1), at(MINUTE, 2));
      job.watermark(END);

      assertThat(spans(job)).containsExactly("12:00:00Z 12:01:00Z 2");
      assertNothingLeft(job);
    }
  }

  @Test
  void recordsThatDisagreeOnWhoseTheyAreMakeTheSessionDisputed() throws Exception {
    try (KeyedFunctionHarness<String, SessionRecord, Document> job = all.open()) {
      process(
          job,
          at(0, 1).user("u2", "bob@example.com"),
          at(1, 2).device("d0", "tablet"),
          at(2, 3).from("10.0.0.2"),
          at(3, 4).bare());
      job.watermark(END);

      JsonNode document = only(job);
      assertThatJson(sessionOf(document).path("disputed").toString())
          .isEqualTo("[\"device.id\",\"host.name\",\"source.ip\",\"user.email\",\"user.id\"]");
      assertThatJson(document.path("user").toString())
          .isEqualTo("{\"id\":\"u1\",\"email\":\"ann@example.com\"}");
      assertThat(document.path("device").path("id").asText()).isEqualTo("d0");
      assertThat(document.path("host").path("name").asText()).isEqualTo("laptop");
      assertThat(document.path("source").path("ip").asText()).isEqualTo("10.0.0.1");
    }
  }

  @Test
  void moreThan64ValuesAreEstimatedAndMarked() throws Exception {
    try (KeyedFunctionHarness<String, SessionRecord, Document> job = all.open()) {
      for (int i = 0; i < 64; i++) {
        process(job, at(i, i).of("few").to("192.0.2." + i, "d%d.example".formatted(i), i));
      }
      for (int i = 0; i < 1_000; i++) {
        String address = "10.1.%d.%d".formatted(i / 250, i % 250);
        process(job, at(i, i).of("many").to(address, "d%d.example".formatted(i), i));
      }
      job.watermark(END);

      for (Document document : job.output()) {
        JsonNode session = sessionOf(json(document));
        boolean many = "many".equals(document.key());
        for (String field : List.of("destinations", "domains", "ports")) {
          JsonNode distinct = session.path(field);
          assertThat(distinct.path("values")).as(field).hasSize(64);
          assertThat(distinct.path("truncated").asBoolean()).as(field).isEqualTo(many);
          if (many) {
            assertThat(distinct.path("count").asLong()).as(field).isBetween(650L, 1_350L);
          } else {
            assertThat(distinct.path("count").asLong()).as(field).isEqualTo(64);
          }
        }
      }
      assertThat(job.output()).hasSize(2);
    }
  }

  @Test
  void upTo256RecordsAreCountedExactlyAndBeyondThatEveryDelivery() throws Exception {
    try (KeyedFunctionHarness<String, SessionRecord, Document> job = all.open()) {
      for (int i = 0; i < 257; i++) {
        process(job, at(i, i).of("more"), at(i, i).of("more"));
        if (i < 256) {
          process(job, at(i, i), at(i, i));
        }
      }
      job.watermark(END);

      assertThat(job.output()).hasSize(2);
      for (Document document : job.output()) {
        JsonNode session = sessionOf(json(document));
        boolean more = "more".equals(document.key());
        assertThat(session.path("records").asLong()).isEqualTo(more ? 514 : 256);
        assertThat(session.path("records_exact").asBoolean()).isEqualTo(!more);
      }
    }
  }

  @Test
  void aRecordBehindTheWatermarkIsCountedAndGivenOutWithItsPlace() throws Exception {
    Place place = Place.inTopic("logs", 3, 42, 7);
    try (KeyedFunctionHarness<String, SessionRecord, Document> job = all.open()) {
      job.watermark(NOON);
      process(job, SampleRecord.atNanos(NOON * NANOS + 999_999, 1).read(place));

      assertThat(job.sideOutput(CorrelateSessionFunction.LATE))
          .containsExactly(new LateRecord("s", NOON, NOON, place));
      assertThat(job.counter("lateSessionRecords")).isEqualTo(1);
      assertNothingLeft(job);
      process(job, at(1, 2));
      assertThat(job.counter("lateSessionRecords")).isEqualTo(1);
      assertOneTimerForEachOf(job, "s");
    }
  }

  @Test
  void aSingleRecordIsLeftOutUnlessAllAreWanted() throws Exception {
    try (KeyedFunctionHarness<String, SessionRecord, Document> job = correlated.open()) {
      process(job, at(0, 1).of("single"), at(0, 1).of("single"));
      process(job, at(0, 2).of("pair"), at(1, 3).of("pair"));
      process(job, at(0, 4).of("alerted").raising(alert("r")));
      job.watermark(END);

      assertThat(job.output()).extracting(Document::key).containsOnly("pair", "alerted");
      assertThat(job.accumulators()).isEqualTo(Map.of("sessions", 2L));
      assertThat(job.counter("sessionsClosed")).isEqualTo(3);
      assertNothingLeft(job);
    }
  }

  @Test
  void theAlertsOfARecordCarryItsSessionSoFar() throws Exception {
    Alert one = alert("Rule one");
    Alert two = alert("Rule two");
    try (KeyedFunctionHarness<String, SessionRecord, Document> job = all.open()) {
      process(job, at(0, 1), at(MINUTE, 2).raising(one, two), at(2 * MINUTE, 3));

      List<Alert> alerts = job.sideOutput(CorrelateSessionFunction.ALERTS);
      assertThat(alerts).extracting(Alert::id).containsExactly(one.id(), two.id());
      for (Alert alert : alerts) {
        JsonNode document = JSON.readTree(alert.json());
        assertThat(document.path("message").asText()).isEqualTo("It matched.");
        assertThat(document.path("gateweir").path("alert").path("id").asText())
            .isEqualTo(alert.id());
        assertThat(sessionOf(document).path("records").asInt()).isEqualTo(2);
        assertThatJson(sessionOf(document).path("rules").toString())
            .isEqualTo("[\"Rule one\",\"Rule two\"]");
      }
      job.watermark(END);
      assertThatJson(sessionOf(only(job)).path("rules").toString())
          .isEqualTo("[\"Rule one\",\"Rule two\"]");
    }
  }

  @Test
  void theAlertsOfALateRecordGoOnAsTheyAre() throws Exception {
    Alert alert = alert("r");
    try (KeyedFunctionHarness<String, SessionRecord, Document> job = all.open()) {
      job.watermark(NOON);
      process(job, at(0, 1).raising(alert));

      assertThat(job.sideOutput(CorrelateSessionFunction.ALERTS)).singleElement().isSameAs(alert);
      assertNothingLeft(job);
    }
  }

  @Test
  void threeLongDomainsRaiseOneAlert() throws Exception {
    Place place = Place.inFile("third.log", 3);
    try (KeyedFunctionHarness<String, SessionRecord, Document> job = all.open()) {
      process(job, at(0, 1).toLong(longDomain(1)), at(1, 2).toLong(longDomain(2)));
      process(job, at(2, 3).toLong(longDomain(1)));
      assertThat(job.sideOutput(CorrelateSessionFunction.ALERTS)).isEmpty();
      process(job, at(3, 4).toLong(longDomain(3)).read(place));
      process(job, at(4, 5).toLong(longDomain(4)));

      Alert alert = onlyAlert(job);
      assertThat(alert.sessionId()).isEqualTo("s");
      assertThat(alert.level()).isEqualTo("high");
      assertThat(alert.rule()).isEqualTo(LongDomainAlert.RULE.name());
      assertThat(alert.place()).isEqualTo(place);
      assertThatJson(new String(alert.json(), UTF_8))
          .isEqualTo(LONG_DOMAIN_ALERT.formatted(alert.id(), alert.id()));
      JsonNode soFar = sessionOf(JSON.readTree(alert.json()));
      assertThat(soFar.path("records").asInt()).isEqualTo(4);
      assertThat(soFar.path("long_domains").asInt()).isEqualTo(3);
      assertThatJson(soFar.path("rules").toString())
          .isEqualTo("[\"%s\"]".formatted(LongDomainAlert.RULE.name()));
      job.watermark(END);
      assertThat(sessionOf(only(job)).path("rules")).hasSize(1);
      assertNothingLeft(job);
    }
  }

  private static final String LONG_DOMAIN_ALERT =
      """
      {
        "message": "Correlation Potential DNS Tunnel: the session of ann@example.com named 3 \
      unusually long domains in 4 records, the longest of 109 characters",
        "@timestamp": "2026-01-02T12:00:00.003Z",
        "ecs": {"version": "${json-unit.any-string}"},
        "event": {
          "kind": "alert", "module": "gateweir", "dataset": "gateweir.alert", "id": "%s",
          "category": ["intrusion_detection", "network"], "severity": 73, "risk_score": 73,
          "start": "2026-01-02T12:00:00Z", "end": "2026-01-02T12:00:00.003Z"
        },
        "rule": {
          "id": "3b1b7a0e-7f0c-4f0b-9d57-0a8f6d3f2c11",
          "name": "Correlation Potential DNS Tunnel", "version": "1",
          "description": "${json-unit.any-string}", "ruleset": "gateweir", "author": "Gateweir"
        },
        "threat": {
          "framework": "MITRE ATT&CK",
          "tactic": {
            "id": ["TA0011"], "name": ["Command and Control"],
            "reference": ["https://attack.mitre.org/tactics/TA0011/"]
          },
          "technique": {
            "id": ["T1071"], "name": ["Application Layer Protocol"],
            "reference": ["https://attack.mitre.org/techniques/T1071/"],
            "subtechnique": {
              "id": ["T1071.004"], "name": ["DNS"],
              "reference": ["https://attack.mitre.org/techniques/T1071/004/"]
            }
          }
        },
        "cloud": {"account": {"id": "account"}},
        "user": {"id": "u1", "email": "ann@example.com"},
        "device": {"id": "d1"},
        "host": {"hostname": "laptop", "id": "d1", "name": "laptop"},
        "source": {"address": "10.0.0.1", "ip": "10.0.0.1"},
        "cloudflare": {"SessionID": "s"},
        "related": "${json-unit.ignore}",
        "gateweir": {
          "rule": {"level": "high", "falsepositives": ["${json-unit.any-string}"]},
          "alert": {"id": "%s", "kind": "session", "count": 4},
          "session": "${json-unit.ignore}"
        }
      }
      """;

  @Test
  void everySessionWithLongDomainsNamesTheRuleThoughOneAlertIsGiven() throws Exception {
    try (KeyedFunctionHarness<String, SessionRecord, Document> job = all.open()) {
      for (int i = 1; i <= 3; i++) {
        process(job, at(2 * GAP + i, i).toLong(longDomain(i)));
      }
      for (int i = 1; i <= 3; i++) {
        process(job, at(i, 10 + i).toLong(longDomain(i)));
      }

      onlyAlert(job);
      job.watermark(END);
      assertThat(job.output()).hasSize(2);
      for (Document document : job.output()) {
        assertThatJson(sessionOf(json(document)).path("rules").toString())
            .isEqualTo("[\"%s\"]".formatted(LongDomainAlert.RULE.name()));
      }
    }
  }

  @Test
  void fiftyRecordsWithOneLongDomainRaiseOneAlert() throws Exception {
    try (KeyedFunctionHarness<String, SessionRecord, Document> job = all.open()) {
      for (int i = 1; i <= 49; i++) {
        process(job, at(i, i).toLong(longDomain(1)), at(i, i).toLong(longDomain(1)));
      }
      assertThat(job.sideOutput(CorrelateSessionFunction.ALERTS)).isEmpty();
      process(job, at(50, 50).toLong(longDomain(1)), at(51, 51).toLong(longDomain(1)));

      JsonNode alert = JSON.readTree(onlyAlert(job).json());
      assertThat(alert.path("gateweir").path("alert").path("count").asInt()).isEqualTo(50);
    }
  }

  @Test
  void theAlertIsGivenOnceAlsoAfterARestart() throws Exception {
    OperatorSubtaskState state;
    String id;
    try (KeyedFunctionHarness<String, SessionRecord, Document> before = all.open()) {
      for (int i = 1; i <= 3; i++) {
        process(before, at(i, i).toLong(longDomain(i)));
      }
      id = onlyAlert(before).id();
      state = before.snapshot();
    }
    try (KeyedFunctionHarness<String, SessionRecord, Document> after = all.open(state)) {
      process(after, at(4, 4).toLong(longDomain(4)));
      assertThat(after.sideOutput(CorrelateSessionFunction.ALERTS)).isEmpty();
      for (int i = 1; i <= 3; i++) {
        process(after, at(i, i).of("other").toLong(longDomain(i)));
      }
      assertThat(onlyAlert(after).id()).isNotEqualTo(id);
    }
  }

  @Test
  void goesOnAfterARestartWhereItWas() throws Exception {
    OperatorSubtaskState state;
    try (KeyedFunctionHarness<String, SessionRecord, Document> before = all.open()) {
      process(before, at(-DAY, 1), at(0, 2), at(0, 3).of("t"));
      before.watermark(NOON - MINUTE);
      assertThat(before.output()).hasSize(1);
      state = before.snapshot();
      process(before, at(MINUTE, 4));
    }
    try (KeyedFunctionHarness<String, SessionRecord, Document> after = all.open(state)) {
      assertOneTimerForEachOf(after, "s", "t");
      assertThat(after.accumulators()).isEqualTo(Map.of("sessions", 1L));
      process(after, at(-MINUTE, 5));
      assertThat(after.sideOutput(CorrelateSessionFunction.LATE))
          .as("the watermark came back")
          .containsExactly(
              new LateRecord("s", NOON - MINUTE, NOON - MINUTE, Place.inFile("sample.log", 5)));
      process(after, at(0, 2), at(MINUTE, 4));
      assertOneTimerForEachOf(after, "s", "t");
      after.watermark(NOON + GAP);
      assertThat(spans(after)).containsExactly("12:00:00Z 12:00:00Z 1");
      assertOneTimerForEachOf(after, "s");
      after.watermark(NOON + MINUTE + GAP);
      assertThat(spans(after)).containsExactly("12:00:00Z 12:00:00Z 1", "12:00:00Z 12:01:00Z 2");
      assertNothingLeft(after);
      assertThat(after.accumulators()).isEqualTo(Map.of("sessions", 3L));
    }
  }

  @Test
  void goesOnWithTwoSubtasksInsteadOfOneAndWithOneInsteadOfTwo() throws Exception {
    List<String> sessions = List.of("a", "b", "c", "d", "e", "f", "g", "h");
    OperatorSubtaskState one;
    try (KeyedFunctionHarness<String, SessionRecord, Document> job = all.open()) {
      job.watermark(NOON - MINUTE);
      for (String session : sessions) {
        process(job, at(0, 1).of(session));
      }
      one = job.snapshot();
    }
    OperatorSubtaskState[] two = new OperatorSubtaskState[2];
    for (int subtask = 0; subtask < 2; subtask++) {
      try (KeyedFunctionHarness<String, SessionRecord, Document> job = all.open(2, subtask, one)) {
        List<String> own = sessions.stream().filter(job::owns).toList();
        assertThat(own).isNotEmpty();
        assertOneTimerForEachOf(job, own.toArray(String[]::new));
        for (String session : own) {
          process(job, at(MINUTE, 2).of(session), at(-MINUTE, 3).of(session));
        }
        assertThat(job.counter("lateSessionRecords")).isEqualTo(own.size());
        two[subtask] = job.snapshot();
      }
    }
    try (KeyedFunctionHarness<String, SessionRecord, Document> job = all.open(two)) {
      assertOneTimerForEachOf(job, sessions.toArray(String[]::new));
      job.watermark(NOON + MINUTE + GAP);
      assertThat(spans(job)).hasSize(sessions.size()).containsOnly("12:00:00Z 12:01:00Z 2");
      assertThat(job.output())
          .extracting(Document::key)
          .containsExactlyInAnyOrderElementsOf(sessions);
      assertNothingLeft(job);
    }
  }

  private static SampleRecord at(long afterNoon, long eventId) {
    return SampleRecord.at(NOON + afterNoon, eventId);
  }

  private static String longDomain(int number) {
    return "x".repeat(96) + number + ".example.com";
  }

  /** An alert of a single record, as a rule would raise it. */
  private static Alert alert(String rule) {
    String json = "{\"message\":\"It matched.\",\"gateweir\":{\"alert\":{\"id\":\"%s\"}}}";
    String id = "id of " + rule;
    return new Alert(
        id, rule, "low", "s", json.formatted(id).getBytes(UTF_8), Place.inFile("a.log", 1), null);
  }

  private static void process(
      KeyedFunctionHarness<String, SessionRecord, Document> job, SampleRecord... records)
      throws Exception {
    for (SampleRecord record : records) {
      job.process(record.record());
    }
  }

  private static Alert onlyAlert(KeyedFunctionHarness<String, SessionRecord, Document> job) {
    List<Alert> alerts = job.sideOutput(CorrelateSessionFunction.ALERTS);
    assertThat(alerts).hasSize(1);
    return alerts.get(0);
  }

  private static JsonNode only(KeyedFunctionHarness<String, SessionRecord, Document> job)
      throws Exception {
    assertThat(job.output()).hasSize(1);
    return json(job.output().get(0));
  }

  private static JsonNode json(Document document) throws Exception {
    return JSON.readTree(document.json());
  }

  private static String text(Document document) {
    return new String(document.json(), UTF_8);
  }

  private static JsonNode sessionOf(JsonNode document) {
    return document.path("gateweir").path("session");
  }

  /** The sessions that were given out: the times of day of start and end, and the records. */
  private static List<String> spans(KeyedFunctionHarness<String, SessionRecord, Document> job)
      throws Exception {
    List<String> spans = new ArrayList<>();
    for (Document document : job.output()) {
      JsonNode session = sessionOf(json(document));
      spans.add(
          "%s %s %d"
              .formatted(
                  timeOfDay(session.path("start").asText()),
                  timeOfDay(session.path("end").asText()),
                  session.path("records").asLong()));
    }
    return spans;
  }

  private static String timeOfDay(String time) {
    return Instant.parse(time).toString().substring("2026-01-02T".length());
  }

  private static void assertOneTimerForEachOf(
      KeyedFunctionHarness<String, SessionRecord, Document> job, String... keys) {
    assertThat(job.keys(CorrelateSessionFunction.SESSIONS)).containsExactlyInAnyOrder(keys);
    assertThat(job.timers()).isEqualTo(keys.length);
  }

  private static void assertNothingLeft(KeyedFunctionHarness<String, SessionRecord, Document> job)
      throws Exception {
    assertThat(job.stateEntries()).isZero();
    assertThat(job.timers()).isZero();
  }
}
