package io.github.gateweir.job;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gateweir.ecs.EcsEvent;
import io.github.gateweir.ecs.Mapped;
import io.github.gateweir.gateway.IgnoreReason;
import io.github.gateweir.gateway.RawRecord;
import java.time.Instant;
import org.apache.flink.streaming.api.operators.StreamMap;
import org.junit.jupiter.api.Test;

class MapToEcsFunctionTest {

  @Test
  void everyRecordBecomesExactlyOneThing() throws Exception {
    try (FunctionHarness<RawRecord, Mapped> map = open()) {
      for (RawRecord raw : Records.generated(500)) {
        map.process(raw);
      }
      map.process(Records.tombstone());

      assertThat(map.output())
          .hasSize(501)
          .allSatisfy(mapped -> assertThat(outcomes(mapped)).isOne());
      assertThat(map.output().get(500).ignored()).isEqualTo(IgnoreReason.TOMBSTONE);
    }
  }

  @Test
  void holdsTimestampsAgainstTheWallClock() throws Exception {
    try (FunctionHarness<RawRecord, Mapped> map = open()) {
      Instant soon = Instant.now().plus(Records.MAX_AHEAD);
      map.process(at(soon.minusSeconds(60)));
      map.process(at(soon.plusSeconds(60)));

      assertThat(map.output())
          .extracting(mapped -> requireNonNull(mapped.event()).timestampSuspect())
          .containsExactly(false, true);
    }
  }

  @Test
  void theEventKnowsItsPlace() throws Exception {
    try (FunctionHarness<RawRecord, Mapped> map = open()) {
      map.process(Records.event());

      EcsEvent event = requireNonNull(map.output().get(0).event());
      assertThat(event.place()).isEqualTo(Records.event().place());
      assertThat(event.epochMillis()).isEqualTo(Records.NOON);
    }
  }

  private static RawRecord at(Instant time) {
    return Records.line("{\"Datetime\":\"" + time + "\",\"SessionID\":\"s\"}");
  }

  private static int outcomes(Mapped mapped) {
    return (mapped.event() == null ? 0 : 1)
        + (mapped.deadLetter() == null ? 0 : 1)
        + (mapped.ignored() == null ? 0 : 1);
  }

  private static FunctionHarness<RawRecord, Mapped> open() throws Exception {
    return FunctionHarness.open(new StreamMap<>(new MapToEcsFunction(Records.MAX_AHEAD)));
  }
}
