package io.github.gateweir.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.gateweir.config.SinkStream;
import io.github.gateweir.ecs.EcsEvent;
import io.github.gateweir.ecs.EcsJsonWriter;
import io.github.gateweir.ecs.EcsMapper;
import io.github.gateweir.ecs.Profile;
import io.github.gateweir.gateway.Place;
import io.github.gateweir.gateway.RawRecord;
import io.github.gateweir.generate.Detection;
import io.github.gateweir.generate.Generator;
import io.github.gateweir.generate.GeneratorSettings;
import io.github.gateweir.generate.Timestamps;
import io.github.gateweir.sink.Document;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Documents of generated events.
 *
 * @param documents all of them
 * @param acceptable how many of them Elasticsearch takes
 */
record BulkCorpus(List<Document> documents, int acceptable) {

  static final SinkStream STREAM = SinkStream.EVENTS;
  private static final int POISON_EVERY = 100;

  static BulkCorpus generated(int count) {
    EcsMapper mapper = new EcsMapper(Clock.systemUTC(), Duration.ofMinutes(10));
    EcsJsonWriter writer = new EcsJsonWriter(Profile.EXTENDED);
    Generator generator =
        new Generator(
            new GeneratorSettings(
                count,
                OptionalLong.empty(),
                1,
                Set.of(Detection.values()),
                Timestamps.RFC3339,
                GeneratorSettings.DEFAULT_START,
                0));
    List<Document> documents = new ArrayList<>(count);
    generator.forEachRemaining(
        line -> {
          Place place = Place.inFile("generated", documents.size() + 1L);
          EcsEvent event = mapper.map(RawRecord.of(line.bytes(), place)).event();
          documents.add(new Document(event.id(), event.sessionId(), writer.write(event), place));
        });
    return new BulkCorpus(documents, documents.size());
  }

  /** The same, with one of a hundred that the mapping refuses: an object where a text belongs. */
  BulkCorpus poisoned() {
    List<Document> mixed = new ArrayList<>(documents);
    int poison = 0;
    for (int i = 0; i < mixed.size(); i += POISON_EVERY) {
      Document document = mixed.get(i);
      String json = new String(document.json(), UTF_8);
      byte[] spoilt =
          json.replaceFirst("\"kind\":\"event\"", "\"kind\":{\"a\":\"b\"}").getBytes(UTF_8);
      mixed.set(i, new Document(document.id(), document.key(), spoilt, document.place()));
      poison++;
    }
    return new BulkCorpus(mixed, mixed.size() - poison);
  }
}
