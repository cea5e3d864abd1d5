package io.github.gateweir.cli;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.github.gateweir.ecs.EcsEvent;
import io.github.gateweir.ecs.EcsMapper;
import io.github.gateweir.ecs.Mapped;
import io.github.gateweir.gateway.Place;
import io.github.gateweir.gateway.RawRecord;
import io.github.gateweir.sigma.event.JsonModel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads lines of JSON, or JSON documents laid out in any way, from files or standard input. */
final class EventReader {

  private static final String STANDARD_INPUT = "-";
  private static final Duration MAX_AHEAD = Duration.ofMinutes(10);

  /** Of any number of documents one after the other. */
  private static final ObjectReader DOCUMENTS =
      JsonModel.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final EcsMapper mapper = new EcsMapper(Clock.systemUTC(), MAX_AHEAD);

  /** Takes a line. */
  @FunctionalInterface
  interface LineHandler {
    void accept(long number, String line) throws IOException;
  }

  /** Reads every line that is not blank, numbered from 1 through all files. */
  static void read(List<String> files, LineHandler handler) throws IOException {
    long[] number = {0};
    for (String file : files.isEmpty() ? List.of(STANDARD_INPUT) : files) {
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          number[0]++;
          if (!line.isBlank()) {
            handler.accept(number[0], line);
          }
        }
      }
    }
  }

  /** Takes a document that begins in a line. */
  @FunctionalInterface
  interface DocumentHandler {
    void accept(long number, JsonNode document) throws IOException;
  }

  /**
   * Reads every JSON object, whether it takes a line or several, and those in arrays; its line is
   * the one it begins in, numbered as for {@link #read}.
   */
  static void readDocuments(List<String> files, DocumentHandler handler) throws IOException {
    long linesBefore = 0;
    for (String file : files.isEmpty() ? List.of(STANDARD_INPUT) : files) {
      try (JsonParser parser =
          DOCUMENTS.createParser(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
        readDocuments(parser, linesBefore, handler);
        linesBefore += lines(parser);
      }
    }
  }

  private static void readDocuments(JsonParser parser, long linesBefore, DocumentHandler handler)
      throws IOException {
    for (JsonToken token = next(parser, linesBefore);
        token != null;
        token = next(parser, linesBefore)) {
      long number = linesBefore + parser.currentTokenLocation().getLineNr();
      if (token == JsonToken.START_OBJECT) {
        handler.accept(number, document(parser, linesBefore));
      } else if (token != JsonToken.START_ARRAY && token != JsonToken.END_ARRAY) {
        throw new UsageException("Line %d is not a JSON object.".formatted(number));
      }
    }
  }

  private static JsonToken next(JsonParser parser, long linesBefore) throws IOException {
    try {
      return parser.nextToken();
    } catch (JsonProcessingException e) {
      throw notJson(linesBefore + e.getLocation().getLineNr(), e);
    }
  }

  private static JsonNode document(JsonParser parser, long linesBefore) throws IOException {
    try {
      return DOCUMENTS.readTree(parser);
    } catch (JsonProcessingException e) {
      throw notJson(linesBefore + e.getLocation().getLineNr(), e);
    }
  }

  /**
   * How many lines there are before the end, an empty one after the last line break not counted.
   */
  private static long lines(JsonParser parser) {
    JsonLocation end = parser.currentLocation();
    return end.getColumnNr() == 1 ? end.getLineNr() - 1 : end.getLineNr();
  }

  private static UsageException notJson(long number, JsonProcessingException e) {
    return new UsageException("Line %d is not JSON: %s.".formatted(number, e.getOriginalMessage()));
  }

  private static InputStream open(String file) throws IOException {
    if (file.equals(STANDARD_INPUT)) {
      return System.in;
    }
    Path path = Path.of(file);
    if (!Files.isRegularFile(path)) {
      throw new UsageException(file + ": there is no such file, or it may not be read.");
    }
    InputStream in = Files.newInputStream(path);
    return file.endsWith(".gz") ? new GZIPInputStream(in) : in;
  }

  /** The event of a raw record; null when the line is none. */
  EcsEvent map(String line) {
    Mapped mapped =
        mapper.map(
            RawRecord.of(line.getBytes(StandardCharsets.UTF_8), Place.inFile(STANDARD_INPUT, 1)));
    return mapped.event();
  }

  /** The JSON object of a line. */
  static JsonNode json(long number, String line) throws IOException {
    try {
      JsonNode node = JsonModel.reader().readTree(line);
      if (node.isObject()) {
        return node;
      }
    } catch (JsonProcessingException e) {
      throw notJson(number, e);
    }
    throw new UsageException("Line %d is not a JSON object.".formatted(number));
  }

  /** Whether a line is an ECS document and not a raw record. */
  static boolean isEcs(JsonNode node) {
    return node.has("@timestamp") || node.has("ecs");
  }
}
