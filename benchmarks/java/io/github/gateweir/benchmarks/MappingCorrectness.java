package io.github.gateweir.benchmarks;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** Refuses to time a mapping that gives the wrong answer. */
final class MappingCorrectness {

  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private MappingCorrectness() {}

  /**
   * Compares the two {@code sekoia} documents of a line.
   *
   * @throws IllegalStateException if they differ as JSON
   * @throws IOException if one of them is not JSON
   */
  static void check(byte[] line, byte[] baseline, byte[] ours) throws IOException {
    JsonNode expected = MAPPER.readTree(baseline);
    JsonNode actual = MAPPER.readTree(ours);
    if (!expected.equals(actual)) {
      throw wrong(line, expected, actual);
    }
  }

  /**
   * Looks for the {@code sekoia} document of a line in its {@code extended} one, where lists may
   * hold more and the transport of quic is udp.
   *
   * @throws IllegalStateException if something is missing or different
   * @throws IOException if one of them is not JSON
   */
  static void checkContained(byte[] line, byte[] baseline, byte[] ours) throws IOException {
    JsonNode expected = MAPPER.readTree(baseline);
    JsonNode actual = MAPPER.readTree(ours);
    if (expected.path("network").path("transport").asText().equals("quic")) {
      ((ObjectNode) expected.get("network")).put("transport", "udp");
    }
    if (!isContained(expected, actual)) {
      throw wrong(line, expected, actual);
    }
  }

  private static boolean isContained(JsonNode expected, JsonNode actual) {
    if (expected.isObject()) {
      return expected.properties().stream()
          .allMatch(member -> isContained(member.getValue(), actual.path(member.getKey())));
    }
    if (expected.isArray()) {
      return elements(actual).containsAll(elements(expected));
    }
    return expected.equals(actual);
  }

  private static Set<JsonNode> elements(JsonNode array) {
    Set<JsonNode> elements = new HashSet<>();
    array.forEach(elements::add);
    return elements;
  }

  private static IllegalStateException wrong(byte[] line, JsonNode expected, JsonNode actual) {
    return new IllegalStateException(
        "For the line\n%s\nthe baseline gives\n%s\nbut we give\n%s"
            .formatted(new String(line, StandardCharsets.UTF_8), expected, actual));
  }
}
