package io.github.gateweir.ecs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.gateweir.gateway.DatetimeScanner;
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
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The scanner, which only looks for the time, against the mapper, which reads the whole line. */
class DatetimeScannerParityTest {

  private static final Place HERE = Place.inFile("a.log", 1);

  private final EcsMapper mapper = new EcsMapper(Clock.systemUTC(), Duration.ofMinutes(10));

  @Test
  void findsTheTimeOfEveryGoldenEvent() {
    int events = 0;
    for (GoldenCase golden : GoldenCase.all()) {
      events += compare(golden.line(), golden.name()) ? 1 : 0;
    }
    assertThat(events).isGreaterThan(150);
  }

  @Test
  void findsTheTimeOfEveryGeneratedEvent() {
    for (Timestamps timestamps : Timestamps.values()) {
      int events = 0;
      for (byte[] line : generated(10_000, timestamps)) {
        events += compare(line, new String(line, UTF_8)) ? 1 : 0;
      }
      assertThat(events).isGreaterThan(8_000);
    }
  }

  @Test
  void findsATimeThatIsWrittenWithEscapesOrSpace() {
    for (String line :
        List.of(
            "{\"Date\\u0074ime\":\"2026-01-02T12:00:00Z\",\"SessionID\":\"s\"}",
            "{\"\\u0044atetime\":1767355200,\"SessionID\":\"s\"}",
            "{\"Datetime\":\"2026\\u002d01-02T12:00:00Z\",\"SessionID\":\"s\"}",
            "{\"a\\\"\":\"\\\\\",\"Datetime\":\"1767355200\",\"SessionID\":\"s\"}",
            "\t { \"x\" : [ {\"Datetime\":1}, \"]\" ] , \"Datetime\" : 1767355200 , \"SessionID\":\"s\"} ",
            "{\"x\":{\"Datetime\":1},\"Datetime\":1767355200,\"SessionID\":\"s\"}",
            "{\n\"x\" : 1\n,\n\"Datetime\"\n:\n1767355200\n,\"SessionID\":\"s\"}\n")) {
      assertThat(compare(line.getBytes(UTF_8), line)).as(line).isTrue();
    }
  }

  @Test
  void neverFailsWhateverTheLineIs() {
    Random random = new Random(20_261_124);
    List<byte[]> lines = new ArrayList<>(generated(500, Timestamps.RFC3339));
    GoldenCase.all().forEach(golden -> lines.add(golden.line()));
    for (byte[] line : lines) {
      for (int i = 0; i < 40; i++) {
        byte[] broken = broken(line, random);
        assertThatCode(() -> DatetimeScanner.epochMillis(broken))
            .as(() -> new String(broken, UTF_8))
            .doesNotThrowAnyException();
        compare(broken, "a broken line");
      }
    }
  }

  /** Whether the line is an event; then both must agree. */
  private boolean compare(byte[] line, String name) {
    EcsEvent event = mapper.map(RawRecord.of(line, HERE)).event();
    if (event == null) {
      return false;
    }
    assertThat(DatetimeScanner.epochMillis(line)).as(name).isEqualTo(event.epochMillis());
    return true;
  }

  private static byte[] broken(byte[] line, Random random) {
    byte[] broken = Arrays.copyOf(line, random.nextInt(line.length + 1));
    for (int i = random.nextInt(3); i > 0 && broken.length > 0; i--) {
      broken[random.nextInt(broken.length)] =
          random.nextBoolean()
              ? (byte) "{}[]\":,\\0-".charAt(random.nextInt(10))
              : (byte) random.nextInt();
    }
    return broken;
  }

  private static List<byte[]> generated(int records, Timestamps timestamps) {
    List<byte[]> lines = new ArrayList<>();
    new Generator(
            new GeneratorSettings(
                records,
                OptionalLong.empty(),
                11,
                Set.of(Detection.values()),
                timestamps,
                GeneratorSettings.DEFAULT_START,
                10))
        .forEachRemaining((GeneratedLine line) -> lines.add(line.bytes()));
    return lines;
  }
}
