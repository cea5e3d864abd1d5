package io.github.gateweir.ecs;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.gateweir.gateway.Place;
import io.github.gateweir.gateway.RawRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a rule reads is what is written: the accessors against the golden documents. */
class EcsFieldTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T00:00:00Z"), ZoneOffset.UTC);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final EcsMapper mapper = new EcsMapper(CLOCK, Duration.ofMinutes(10));

  @TestFactory
  Stream<DynamicTest> readsWhatIsWritten() {
    return GoldenCase.all().stream()
        .filter(golden -> golden.expectations().contains("extended.json"))
        .map(golden -> dynamicTest(golden.name(), () -> check(golden)));
  }

  private void check(GoldenCase golden) throws JsonProcessingException {
    RawRecord raw = RawRecord.of(golden.line(), Place.inFile("golden.ndjson", 1));
    EcsEvent event = requireNonNull(mapper.map(raw).event());
    Map<String, List<String>> written = new LinkedHashMap<>();
    String document = StrictJson.text(new EcsJsonWriter(Profile.EXTENDED).write(event));
    flatten("", JSON.readTree(document), written);

    for (EcsField field : EcsField.values()) {
      assertThat(field.values(event))
          .as(golden.name() + ": " + field.ecsName())
          .isEqualTo(written.getOrDefault(field.ecsName(), List.of()));
    }
    assertThat(written.keySet())
        .as(golden.name())
        .allMatch(name -> name.startsWith("cloudflare.unmapped.") || EcsField.byName(name) != null);
  }

  private static void flatten(String path, JsonNode node, Map<String, List<String>> written) {
    if (node.isObject() && !path.equals("cloudflare.unmapped")) {
      node.fields()
          .forEachRemaining(
              member ->
                  flatten(
                      path.isEmpty() ? member.getKey() : path + "." + member.getKey(),
                      member.getValue(),
                      written));
    } else if (node.isArray()) {
      List<String> values = new ArrayList<>();
      node.forEach(element -> values.add(element.asText()));
      written.put(path, values);
    } else if (path.equals("cloudflare.unmapped")) {
      written.put(path + ".*", List.of(node.toString()));
    } else {
      written.put(path, List.of(node.asText()));
    }
  }
}
