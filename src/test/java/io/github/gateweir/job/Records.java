package io.github.gateweir.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.gateweir.ecs.EcsMapper;
import io.github.gateweir.ecs.Mapped;
import io.github.gateweir.gateway.Place;
import io.github.gateweir.gateway.RawRecord;
import io.github.gateweir.generate.Detection;
import io.github.gateweir.generate.GeneratedLine;
import io.github.gateweir.generate.Generator;
import io.github.gateweir.generate.GeneratorSettings;
import io.github.gateweir.generate.Timestamps;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Raw records for the tests of the job's functions. */
final class Records {

  static final Duration MAX_AHEAD = Duration.ofMinutes(10);

  /** The time of {@link #event}. */
  static final long NOON = 1_767_355_200_000L;

  private static final Place HERE = Place.inFile("a.log", 1);

  private Records() {}

  /** A record that becomes an event, at noon of 2026-01-02. */
  static RawRecord event() {
    return line("{\"Datetime\":\"2026-01-02T12:00:00Z\",\"SessionID\":\"s1\"}");
  }

  static RawRecord line(String text) {
    return RawRecord.of(text.getBytes(UTF_8), HERE);
  }

  static RawRecord tombstone() {
    return RawRecord.tombstone(HERE);
  }

  static Mapped mapped(RawRecord raw) {
    return new EcsMapper(Clock.systemUTC(), MAX_AHEAD).map(raw);
  }

  /** Generated records, a tenth of them faulty; the same every time. */
  static List<RawRecord> generated(int count) {
    GeneratorSettings settings =
        new GeneratorSettings(
            count,
            OptionalLong.empty(),
            3,
            Set.of(Detection.values()),
            Timestamps.RFC3339,
            GeneratorSettings.DEFAULT_START,
            10);
    List<RawRecord> records = new ArrayList<>();
    new Generator(settings)
        .forEachRemaining(
            (GeneratedLine line) ->
                records.add(
                    RawRecord.of(line.bytes(), Place.inFile("generated", records.size() + 1))));
    return records;
  }
}
