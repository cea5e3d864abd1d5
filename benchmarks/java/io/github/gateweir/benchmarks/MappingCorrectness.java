package io.github.gateweir.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Refuses to time a mapping that gives the wrong answer. */
public final class MappingCorrectness {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private MappingCorrectness() {}

  /** Throws if the two documents of a line differ as JSON. */
  public static void check(byte[] line, byte[] baseline, byte[] ours) throws IOException {
    JsonNode expected = MAPPER.readTree(baseline);
    JsonNode actual = MAPPER.readTree(ours);
    if (!expected.equals(actual)) {
      throw new IllegalStateException(
          "For the line\n%s\nthe baseline gives\n%s\nbut we give\n%s"
              .formatted(new String(line, StandardCharsets.UTF_8), expected, actual));
    }
  }
}
