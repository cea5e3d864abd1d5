package io.github.gateweir.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.gateweir.ecs.DeadLetterJsonWriter;
import io.github.gateweir.ecs.EcsJsonWriter;
import io.github.gateweir.ecs.EcsMapper;
import io.github.gateweir.ecs.GoldenCase;
import io.github.gateweir.ecs.Mapped;
import io.github.gateweir.ecs.Profile;
import io.github.gateweir.source.file.LogLines;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The documents that the mapping makes of lines, above all of those of the golden cases. */
final class GoldenDocuments {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<JsonNode> events = new ArrayList<>();
  private final List<JsonNode> deadLetters = new ArrayList<>();
  private final EcsMapper mapper;
  private final EcsJsonWriter writer;
  private final DeadLetterJsonWriter deadLetterWriter = new DeadLetterJsonWriter(Integer.MAX_VALUE);

  private GoldenDocuments(Profile profile) {
    mapper = new EcsMapper(Clock.systemUTC(), Duration.ofMinutes(10), profile);
    writer = new EcsJsonWriter(profile);
  }

  /** Of all golden cases. */
  static GoldenDocuments of(Profile profile) {
    GoldenDocuments documents = new GoldenDocuments(profile);
    GoldenCase.all().forEach(each -> documents.read(each.line()));
    return documents;
  }

  /** Of one line, in the profile extended. */
  static GoldenDocuments of(String line) {
    GoldenDocuments documents = new GoldenDocuments(Profile.EXTENDED);
    documents.read(line.getBytes(StandardCharsets.UTF_8));
    return documents;
  }

  private void read(byte[] line) {
    try {
      LogLines.read(new ByteArrayInputStream(line), "line", raw -> add(mapper.map(raw)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<JsonNode> events() {
    return events;
  }

  List<JsonNode> deadLetters() {
    return deadLetters;
  }

  private void add(Mapped mapped) {
    try {
      if (mapped.event() != null) {
        events.add(JSON.readTree(writer.write(mapped.event())));
      }
      if (mapped.deadLetter() != null) {
        deadLetters.add(JSON.readTree(deadLetterWriter.write(mapped.deadLetter())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
