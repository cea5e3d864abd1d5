package io.github.gateweir.ecs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.gateweir.gateway.GatewayField;
import io.github.gateweir.gateway.GatewayLogParser;
import io.github.gateweir.gateway.GatewayNetworkLog;
import io.github.gateweir.gateway.MalformedRecordException;
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

/**
 * The mapping's own reading and writing of JSON against Jackson's: both accept the same lines, read
 * the same values, and what is written reads as the same line.
 */
class JsonParityTest {

  private static final Place HERE = Place.inFile("a.log", 1);
  private static final int MUTATIONS = 50_000;

  private final Random random = new Random(20_261_124);

  // One of each for all lines, as in the job: what one leaves behind must not change the next.
  private final GatewayLogParser parser = new GatewayLogParser();
  private final GatewayNetworkLog log = new GatewayNetworkLog();
  private final EcsMapper mapper = new EcsMapper(Clock.systemUTC(), Duration.ofMinutes(10));
  private final EcsJsonWriter extended = new EcsJsonWriter(Profile.EXTENDED);
  private final EcsJsonWriter sekoia = new EcsJsonWriter(Profile.SEKOIA);

  @Test
  void acceptsValidLinesAndReadsAndWritesThemAsJacksonDoes() {
    int events = 0;
    for (byte[] line : lines(2_000)) {
      compareAcceptance(line);
      events += compareEvent(line) ? 1 : 0;
    }
    assertThat(events).isGreaterThan(2_000);
  }

  @Test
  void judgesBrokenLinesAsJacksonDoes() {
    List<byte[]> lines = lines(200);
    Mutations mutations = new Mutations(random);
    int accepted = 0;
    int events = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] broken = mutations.of(lines.get(i % lines.size()));
      accepted += compareAcceptance(broken) ? 1 : 0;
      events += compareEvent(broken) ? 1 : 0;
    }
    assertThat(accepted).isBetween(MUTATIONS / 20, MUTATIONS * 3 / 4);
    assertThat(events).isGreaterThan(MUTATIONS / 20);
  }

  @Test
  void judgesEveryBeginningOfALineAsJacksonDoes() {
    for (byte[] line : lines(10)) {
      for (int length = 0; length < Math.min(line.length, 2_000); length++) {
        compareAcceptance(Arrays.copyOf(line, length));
      }
    }
  }

  private boolean compareAcceptance(byte[] line) {
    boolean expected = StrictReader.accepts(line);
    assertThat(accepts(line)).as(() -> new String(line, UTF_8)).isEqualTo(expected);
    return expected;
  }

  private boolean accepts(byte[] line) {
    try {
      parser.parse(line, log);
      return true;
    } catch (MalformedRecordException e) {
      assertThat(e.sentence()).endsWith(".").contains(" at byte ");
      return false;
    }
  }

  /** Whether the line is an event; then its values and its documents are compared. */
  private boolean compareEvent(byte[] line) {
    EcsEvent event = mapper.map(RawRecord.of(line, HERE)).event();
    if (event == null) {
      return false;
    }
    String text = new String(line, UTF_8);
    assertThat(event.line()).as(text).isEqualTo(line);
    compareFields(event, StrictReader.tree(line), text);
    for (EcsJsonWriter writer : List.of(extended, sekoia)) {
      JsonNode document = StrictReader.tree(writer.write(event));
      assertThat(document.get("message").textValue()).isEqualTo(text);
    }
    return true;
  }

  private static void compareFields(EcsEvent event, JsonNode tree, String line) {
    for (GatewayField field : GatewayField.values()) {
      JsonNode value = tree.get(field.fieldName());
      String read = event.string(EcsEvent.slot(field));
      if (value == null || !value.isTextual()) {
        continue;
      }
      if (read != null) {
        assertThat(read).as(field + " of " + line).isEqualTo(StrictReader.text(value));
      } else if (!NEED_NOT_BE_TEXT.contains(field)) {
        assertThat(value.textValue()).as(field + " of " + line).isEmpty();
      }
    }
  }

  /** Fields whose text may be refused: no number, no array. */
  private static final Set<GatewayField> NEED_NOT_BE_TEXT =
      Set.of(
          GatewayField.APPLICATION_IDS,
          GatewayField.APPLICATION_NAMES,
          GatewayField.CATEGORY_IDS,
          GatewayField.CATEGORY_NAMES,
          GatewayField.DESTINATION_PORT,
          GatewayField.OVERRIDE_PORT,
          GatewayField.SOURCE_PORT);

  /** Golden lines, so many generated ones, and as many of any JSON. */
  private List<byte[]> lines(int count) {
    List<byte[]> lines = new ArrayList<>();
    GoldenCase.all().forEach(golden -> lines.add(golden.line()));
    new Generator(
            new GeneratorSettings(
                count,
                OptionalLong.empty(),
                5,
                Set.of(Detection.values()),
                Timestamps.RFC3339,
                GeneratorSettings.DEFAULT_START,
                10))
        .forEachRemaining((GeneratedLine line) -> lines.add(line.bytes()));
    AnyJson json = new AnyJson(random);
    for (int i = 0; i < count; i++) {
      lines.add(json.record().getBytes(UTF_8));
    }
    return lines;
  }
}
