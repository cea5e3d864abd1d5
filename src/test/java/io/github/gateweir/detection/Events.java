package io.github.gateweir.detection;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.github.gateweir.ecs.EcsEvent;
import io.github.gateweir.ecs.EcsJsonWriter;
import io.github.gateweir.ecs.EcsMapper;
import io.github.gateweir.ecs.Profile;
import io.github.gateweir.gateway.Place;
import io.github.gateweir.gateway.RawRecord;
import io.github.gateweir.sigma.event.JsonModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** Makes events of lines, as the job does. */
final class Events {

  private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");

  private static final ObjectReader READER = JsonModel.reader();

  private final EcsJsonWriter writer = new EcsJsonWriter(Profile.EXTENDED);
  private final EcsMapper mapper =
      new EcsMapper(Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofMinutes(10));

  /** The event of a line that must be one. */
  EcsEvent of(String line) {
    return ifAny(line.getBytes(UTF_8))
        .orElseThrow(() -> new IllegalArgumentException("The line is no event: " + line));
  }

  /** The document of a line, which is a record, or is a document already. */
  JsonNode document(String line) {
    try {
      return READER.readValue(
          line.contains("\"@timestamp\"") ? line.getBytes(UTF_8) : writer.write(of(line)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The event of a line, if it is one. */
  Optional<EcsEvent> ifAny(byte[] line) {
    return Optional.ofNullable(mapper.map(RawRecord.of(line, Place.inFile("test", 1))).event());
  }
}
