package io.github.gateweir.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrafficPlanTest {

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 5, 90, 100})
  void addsUpForEveryNumberOfRecords(double faultyPercent) {
    for (long records = 1; records <= 1_500; records++) {
      TrafficPlan plan = TrafficPlan.of(GeneratedLog.settings(records, faultyPercent));
      long events = plan.ordinaryRecords();
      for (Scene scene : Scene.values()) {
        events += plan.scenes().getOrDefault(scene, 0L) * scene.records;
      }
      long strays = plan.strays().values().stream().mapToLong(Long::longValue).sum();
      assertThat(events + strays).isEqualTo(records);
      assertThat(plan.usual()).isNotNegative();
      assertThat(plan.ordinarySessions()).isBetween(0L, plan.ordinaryRecords());
    }
  }

  @Test
  void writesAsManyLinesAsAskedForWhateverTheNumberOfSessions() {
    for (long records : new long[] {1, 2, 17, 199, 200, 500, 999, 1_000, 1_051}) {
      for (long sessions : new long[] {1, records / 2 + 1, records}) {
        GeneratedLog log = GeneratedLog.of(settings(records, sessions));
        assertThat(log.lines()).hasSize((int) records);
        assertThat(log.lines().stream().map(GeneratedLine::sessionId).distinct())
            .hasSize((int) sessions);
      }
    }
  }

  private static GeneratorSettings settings(long records, long sessions) {
    return new GeneratorSettings(
        records,
        OptionalLong.of(sessions),
        5,
        Set.of(Detection.values()),
        Timestamps.UNIX,
        GeneratorSettings.DEFAULT_START,
        0);
  }
}
