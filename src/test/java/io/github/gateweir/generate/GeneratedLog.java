package io.github.gateweir.generate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Generated lines, read back by Jackson. */
record GeneratedLog(List<GeneratedLine> lines) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

  /** A sound record with what is expected of it. */
  record Sound(Map<String, Object> fields, Expectation expectation) {
    String text(String field) {
      return String.valueOf(fields.get(field));
    }

    int port() {
      return Integer.parseInt(text("DestinationPort"));
    }

    String domain() {
      return text("SNI").toLowerCase(Locale.ROOT);
    }

    Instant time() {
      return Instant.parse(text("Datetime"));
    }
  }

  static GeneratorSettings settings(long records, double faultyPercent) {
    return new GeneratorSettings(
        records,
        OptionalLong.empty(),
        7,
        Set.of(Detection.values()),
        Timestamps.RFC3339,
        GeneratorSettings.DEFAULT_START,
        faultyPercent);
  }

  static GeneratedLog of(GeneratorSettings settings) {
    List<GeneratedLine> lines = new ArrayList<>();
    new Generator(settings).forEachRemaining(lines::add);
    return new GeneratedLog(lines);
  }

  static Map<String, Object> parse(byte[] line) throws JsonProcessingException {
    return JSON.readValue(text(line), FIELDS);
  }

  static String text(byte[] line) {
    return new String(line, StandardCharsets.UTF_8);
  }

  /** The lines with nothing wrong. */
  List<Sound> sound() throws JsonProcessingException {
    List<Sound> records = new ArrayList<>();
    for (GeneratedLine line : lines) {
      if (line.expectation().fault() == null) {
        records.add(new Sound(parse(line.bytes()), line.expectation()));
      }
    }
    return records;
  }

  List<GeneratedLine> withFault(Fault fault) {
    return lines.stream().filter(line -> line.expectation().fault() == fault).toList();
  }
}
