package io.github.gateweir.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gateweir.ecs.EcsEvent;
import io.github.gateweir.ecs.EcsMapper;
import io.github.gateweir.ecs.Mapped;
import io.github.gateweir.gateway.DeadLetter;
import io.github.gateweir.gateway.IgnoreReason;
import io.github.gateweir.gateway.Place;
import io.github.gateweir.gateway.RawRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** What the generator expects of its lines, against what the mapping makes of them. */
class MappingAgreementTest {
  private static final Place HERE = Place.inFile("generated", 1);

  private final EcsMapper mapper =
      new EcsMapper(
          Clock.fixed(GeneratorSettings.DEFAULT_START.plusSeconds(86_400), ZoneOffset.UTC),
          Duration.ofMinutes(10));

  @Test
  void agreesOnEveryLine() {
    for (GeneratedLine line : GeneratedLog.of(GeneratedLog.settings(6_000, 20)).lines()) {
      assertThat(outcome(mapper.map(RawRecord.of(line.bytes(), HERE))))
          .as(() -> line.expectation() + " of " + GeneratedLog.text(line.bytes()))
          .isEqualTo(expected(line));
    }
  }

  private static String expected(GeneratedLine line) {
    Fault fault = line.expectation().fault();
    return line.expectation().isEvent() || fault == null
        ? "event of " + line.sessionId()
        : fault.reason();
  }

  private static String outcome(Mapped mapped) {
    EcsEvent event = mapped.event();
    DeadLetter deadLetter = mapped.deadLetter();
    IgnoreReason ignored = mapped.ignored();
    if (event != null) {
      return "event of " + event.sessionId();
    }
    return deadLetter != null ? deadLetter.code().code() : ignored == null ? "" : ignored.reason();
  }
}
