package io.github.gateweir.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gateweir.alert.Alert;
import io.github.gateweir.alert.AlertGroup;
import io.github.gateweir.gateway.Place;
import java.util.ArrayList;
import java.util.List;
import net.javacrumbs.jsonunit.assertj.JsonAssertions;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Suppression in windows of five minutes, with the state on the heap and in RocksDB. */
@ParameterizedClass
@EnumSource
class SuppressAlertsFunctionTest {

  private static final long MINUTE = 60_000;
  private static final long WINDOW = 5 * MINUTE;
  private static final long NOON = Records.NOON;

  enum Backend {
    HEAP,
    ROCKS_DB;

    StateBackend make() {
      return this == HEAP ? new HashMapStateBackend() : new EmbeddedRocksDBStateBackend();
    }
  }

  private final KeyedFunctionHarness.Keyed<String, Alert, Alert> keyed;

  SuppressAlertsFunctionTest(Backend backend) {
    keyed =
        new KeyedFunctionHarness.Keyed<>(
            () -> new KeyedProcessOperator<>(new SuppressAlertsFunction()),
            SuppressAlertsFunction::key,
            Types.STRING,
            backend::make);
  }

  @Test
  void aSingleAlertGoesOutAtOnceAndHasNoSummary() throws Exception {
    try (KeyedFunctionHarness<String, Alert, Alert> suppress = keyed.open()) {
      Alert alert = alert("g", NOON, 1);
      suppress.process(alert);

      assertThat(suppress.output()).containsExactly(alert);
      assertThat(suppress.timers()).isEqualTo(1);
      suppress.watermark(NOON + WINDOW - 1);
      assertThat(suppress.output()).hasSize(1);
      assertNothingLeft(suppress);
    }
  }

  @Test
  void theOthersOfTheWindowAreSummedUpAtItsEnd() throws Exception {
    try (KeyedFunctionHarness<String, Alert, Alert> suppress = keyed.open()) {
      Alert first = alert("g", NOON + MINUTE, 1);
      suppress.process(first);
      suppress.process(alert("g", NOON, 2));
      suppress.process(alert("g", NOON + WINDOW - 1, 3));

      suppress.watermark(NOON + WINDOW - 2);
      assertThat(suppress.output()).containsExactly(first);
      suppress.watermark(NOON + WINDOW - 1);
      assertThat(suppress.output()).hasSize(2);
      Alert summary = suppress.output().get(1);
      assertThat(summary.id()).isEqualTo(first.group().summaryId()).isNotEqualTo(first.id());
      assertThat(summary.group()).isNull();
      JsonAssertions.assertThatJson(new String(summary.json(), UTF_8))
          .isEqualTo(
              """
              {"message": "A rule (3 events like it in 5 min)",
               "@timestamp": "2026-01-02T12:04:59.999Z",
               "event": {"id": "%s", "start": "2026-01-02T12:00:00Z",
                         "end": "2026-01-02T12:04:59.999Z"},
               "gateweir": {"alert": {"id": "%s", "kind": "summary", "first_id": "%s", "count": 3,
                                      "events": ["e1", "e2", "e3"]}}}
              """
                  .formatted(summary.id(), summary.id(), first.id()));
      assertThat(suppress.counter("alertsSuppressed")).isEqualTo(2);
      assertNothingLeft(suppress);
    }
  }

  @Test
  void theFirstMillisecondOfTheNextWindowIsItsFirstAlert() throws Exception {
    try (KeyedFunctionHarness<String, Alert, Alert> suppress = keyed.open()) {
      Alert one = alert("g", NOON + WINDOW - 1, 1);
      Alert next = alert("g", NOON + WINDOW, 2);
      suppress.process(one);
      suppress.process(next);

      assertThat(suppress.output()).containsExactly(one, next);
      assertThat(one.id()).isNotEqualTo(next.id());
      assertThat(suppress.timers()).isEqualTo(2);
      suppress.watermark(NOON + 2 * WINDOW);
      assertNothingLeft(suppress);
    }
  }

  @Test
  void groupsDoNotKnowOfEachOther() throws Exception {
    try (KeyedFunctionHarness<String, Alert, Alert> suppress = keyed.open()) {
      suppress.process(alert("g", NOON, 1));
      suppress.process(alert("h", NOON, 2));

      assertThat(suppress.output()).extracting(Alert::id).hasSize(2).doesNotHaveDuplicates();
    }
  }

  @Test
  void anEventThatCameTwiceCountsOnce() throws Exception {
    try (KeyedFunctionHarness<String, Alert, Alert> suppress = keyed.open()) {
      suppress.process(alert("g", NOON, 1));
      suppress.process(alert("g", NOON, 1));
      suppress.watermark(NOON + WINDOW);

      assertThat(suppress.output()).hasSize(1);
      assertNothingLeft(suppress);
    }
  }

  @Test
  void theIdsAreTheSameInAnotherOrder() throws Exception {
    assertThat(ids(alert("g", NOON, 1), alert("g", NOON + 1, 2)))
        .isEqualTo(ids(alert("g", NOON + 1, 2), alert("g", NOON, 1)));
  }

  private List<String> ids(Alert... alerts) throws Exception {
    try (KeyedFunctionHarness<String, Alert, Alert> suppress = keyed.open()) {
      for (Alert alert : alerts) {
        suppress.process(alert);
      }
      suppress.watermark(NOON + WINDOW);
      return suppress.output().stream().map(Alert::id).toList();
    }
  }

  @Test
  void theSummaryNamesAHundredEventsAndCountsAll() throws Exception {
    try (KeyedFunctionHarness<String, Alert, Alert> suppress = keyed.open()) {
      for (int i = 0; i < 150; i++) {
        suppress.process(alert("g", NOON + i, i));
      }
      suppress.watermark(NOON + WINDOW);

      JsonAssertions.assertThatJson(new String(suppress.output().get(1).json(), UTF_8))
          .node("gateweir.alert")
          .satisfies(
              alert -> {
                JsonAssertions.assertThatJson(alert).node("count").isEqualTo(150);
                JsonAssertions.assertThatJson(alert).node("events").isArray().hasSize(100);
              });
    }
  }

  @Test
  void aRestartKeepsTheWindowAndHowFarTimeHasCome() throws Exception {
    List<Alert> output = new ArrayList<>();
    OperatorSubtaskState left;
    try (KeyedFunctionHarness<String, Alert, Alert> suppress = keyed.open()) {
      suppress.process(alert("g", NOON, 1));
      suppress.process(alert("g", NOON, 2));
      suppress.watermark(NOON + MINUTE);
      left = suppress.snapshot();
      output.addAll(suppress.output());
    }
    try (KeyedFunctionHarness<String, Alert, Alert> suppress = keyed.open(left)) {
      suppress.process(alert("g", NOON + MINUTE, 3));
      Alert late = alert("late", NOON - WINDOW, 4);
      suppress.process(late);
      assertThat(suppress.output()).containsExactly(late);
      suppress.watermark(NOON + WINDOW);
      output.addAll(suppress.output());
      assertNothingLeft(suppress);
    }
    assertThat(output).hasSize(3);
    assertThat(new String(output.get(2).json(), UTF_8)).contains("\"count\":3");
  }

  @Test
  void anAlertWithoutGroupGoesOutWhateverOthersSay() throws Exception {
    try (KeyedFunctionHarness<String, Alert, Alert> suppress = keyed.open()) {
      Alert alert = new Alert("a", "A rule", "low", "s", new byte[0], Place.NOWHERE, null);
      suppress.process(alert);
      suppress.process(alert);

      assertThat(suppress.output()).containsExactly(alert, alert);
      assertNothingLeft(suppress);
    }
  }

  private static void assertNothingLeft(KeyedFunctionHarness<String, Alert, Alert> suppress)
      throws Exception {
    assertThat(suppress.timers()).isZero();
    assertThat(suppress.keys(SuppressAlertsFunction.FIRST)).isEmpty();
    assertThat(suppress.keys(SuppressAlertsFunction.WINDOWS)).isEmpty();
  }

  private static Alert alert(String key, long epochMillis, int event) {
    AlertGroup group = new AlertGroup(key, WINDOW, epochMillis * 1_000_000, "e" + event);
    String json =
        """
        {"message":"A rule","@timestamp":"","event":{"id":"%1$s"},\
        "gateweir":{"alert":{"id":"%1$s","kind":"match"},"session":{}}}\
        """
            .formatted(group.alertId());
    return new Alert(
        group.alertId(), "A rule", "low", "s", json.getBytes(UTF_8), Place.NOWHERE, group);
  }
}
