package io.github.gateweir.cli;

import com.fasterxml.jackson.databind.JsonNode;
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

/** Reads lines of JSON from files or standard input. */
final class EventReader {

  private static final String STANDARD_INPUT = "-";
  private static final Duration MAX_AHEAD = Duration.ofMinutes(10);

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
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new UsageException(
          "Line %d is not JSON: %s.".formatted(number, e.getOriginalMessage()));
    }
    throw new UsageException("Line %d is not a JSON object.".formatted(number));
  }

  /** Whether a line is an ECS document and not a raw record. */
  static boolean isEcs(JsonNode node) {
    return node.has("@timestamp") || node.has("ecs");
  }
}
