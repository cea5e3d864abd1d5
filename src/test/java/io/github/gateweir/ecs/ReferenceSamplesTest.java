package io.github.gateweir.ecs;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gateweir.gateway.Place;
import io.github.gateweir.gateway.RawRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import net.javacrumbs.jsonunit.core.Option;
import org.junit.jupiter.api.Test;

/** The three samples of the vendor's page, which the mapping started from. */
class ReferenceSamplesTest {

  private final EcsMapper mapper = new EcsMapper(Clock.systemUTC(), Duration.ofMinutes(10));

  @Test
  void sekoiaWritesExactlyTheReferenceDocuments() throws IOException {
    List<String> expected = resource("/reference/sekoia.ndjson");
    List<String> actual = map(Profile.SEKOIA);

    assertThat(actual).hasSize(3);
    for (int i = 0; i < expected.size(); i++) {
      assertThatJson(actual.get(i)).isEqualTo(expected.get(i));
    }
  }

  @Test
  void extendedContainsTheReferenceDocuments() throws IOException {
    List<String> expected = resource("/reference/sekoia.ndjson");
    List<String> actual = map(Profile.EXTENDED);

    assertThat(actual).hasSize(3);
    for (int i = 0; i < expected.size(); i++) {
      assertThatJson(actual.get(i)).when(Option.IGNORING_EXTRA_FIELDS).isEqualTo(expected.get(i));
    }
  }

  private List<String> map(Profile profile) throws IOException {
    EcsJsonWriter writer = new EcsJsonWriter(profile);
    return resource("/reference/samples.ndjson").stream()
        .map(line -> RawRecord.of(line.getBytes(StandardCharsets.UTF_8), Place.inFile("-", 1)))
        .map(raw -> writer.write(Objects.requireNonNull(mapper.map(raw).event())))
        .map(json -> new String(json, StandardCharsets.UTF_8))
        .toList();
  }

  private static List<String> resource(String name) throws IOException {
    try (InputStream in = ReferenceSamplesTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
