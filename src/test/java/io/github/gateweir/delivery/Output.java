package io.github.gateweir.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.gateweir.testing.KafkaClient;
import io.github.gateweir.testing.SearchClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What the job has written, each document reduced to what tells it from the others.
 *
 * @param events each by {@link #event}
 * @param deadLetters each by {@link #deadLetter}
 */
record Output(List<String> events, List<String> deadLetters) {
  /** The data streams' names, which end with a namespace. */
  static final String EVENTS = "logs-gateweir.gateway_network-";

  static final String DEAD_LETTERS = "logs-gateweir.dead_letter-";

  private static final ObjectMapper JSON = new ObjectMapper();

  static String event(String id, @Nullable String session) {
    return id + " of session " + session;
  }

  static String deadLetter(String code, String place) {
    return code + " at " + place;
  }

  static String placeInTopic(String topic, int partition, long offset, int line) {
    return topic + "/" + partition + "/" + offset + "/" + line;
  }

  static String placeInFile(Path file, long line) {
    return file + ":" + line;
  }

  /** What a consumer sees that reads only what was committed; the session is the record's key. */
  static Output committed(KafkaClient client, String eventsTopic, String deadLettersTopic) {
    return inTopics(client::readCommitted, eventsTopic, deadLettersTopic);
  }

  /** What a consumer sees that reads all, what was thrown away too. */
  static Output uncommitted(KafkaClient client, String eventsTopic, String deadLettersTopic) {
    return inTopics(client::readUncommitted, eventsTopic, deadLettersTopic);
  }

  private static Output inTopics(
      Function<String, List<ConsumerRecord<byte[], byte[]>>> read,
      String eventsTopic,
      String deadLettersTopic) {
    List<String> events = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> written : read.apply(eventsTopic)) {
      String key = written.key() == null ? null : new String(written.key(), UTF_8);
      events.add(event(parse(written.value()).at("/event/id").asText(), key));
    }
    List<String> deadLetters = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> written : read.apply(deadLettersTopic)) {
      deadLetters.add(deadLetter(parse(written.value())));
    }
    return new Output(events, deadLetters);
  }

  /** What lies in the folder that the files sink writes to. */
  static Output inFolder(Path folder) throws IOException {
    List<String> events = new ArrayList<>();
    forEachLine(
        folder.resolve("events"),
        line -> {
          JsonNode document = parse(line);
          JsonNode session = document.at("/cloudflare/SessionID");
          events.add(event(document.at("/event/id").asText(), session.textValue()));
        });
    return new Output(events, deadLettersIn(folder));
  }

  /** The dead letters in the folder that the files sink writes to. */
  static List<String> deadLettersIn(Path folder) throws IOException {
    List<String> deadLetters = new ArrayList<>();
    forEachLine(folder.resolve("dead-letters"), line -> deadLetters.add(deadLetter(parse(line))));
    return deadLetters;
  }

  /** What stands in the data streams of a namespace, of the documents only what is needed here. */
  static Output inDataStreams(SearchClient client, String namespace) {
    List<String> events = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (JsonNode document :
        client.documents(EVENTS + namespace, "event.id", "cloudflare.SessionID")) {
      String id = document.at("/event/id").asText();
      ids.add(id);
      events.add(event(id, document.at("/cloudflare/SessionID").textValue()));
    }
    assertThat(client.ids(EVENTS + namespace)).hasSameSizeAs(ids).hasSameElementsAs(ids);
    List<String> deadLetters = new ArrayList<>();
    for (JsonNode document :
        client.documents(DEAD_LETTERS + namespace, "error.code", "log.file", "gateweir.source")) {
      deadLetters.add(deadLetter(document));
    }
    return new Output(events, deadLetters);
  }

  /** All lines of all files of a stream, whatever their names. */
  static void forEachLine(Path stream, Consumer<byte[]> action) throws IOException {
    for (Path file : files(stream)) {
      try (Stream<String> lines = Files.lines(file, UTF_8)) {
        lines.forEach(line -> action.accept(line.getBytes(UTF_8)));
      }
    }
  }

  /** All files of a stream, hidden ones too. */
  static List<Path> files(Path stream) throws IOException {
    try (Stream<Path> paths = Files.walk(stream)) {
      return paths.filter(Files::isRegularFile).sorted().toList();
    }
  }

  static JsonNode parse(byte[] json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String deadLetter(JsonNode document) {
    return deadLetter(document.at("/error/code").asText(), place(document));
  }

  private static String place(JsonNode document) {
    JsonNode source = document.at("/gateweir/source");
    JsonNode file = document.at("/log/file/path");
    return file.isMissingNode()
        ? placeInTopic(
            source.path("topic").asText(),
            source.path("partition").asInt(-1),
            source.path("offset").asLong(-1),
            source.path("line").asInt(-1))
        : placeInFile(Path.of(file.asText()), source.path("line").asLong());
  }
}
