package io.github.gateweir.ecs;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.gateweir.gateway.GatewayField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a record has to be, read with Jackson: UTF-8, one object and nothing behind it, at most 16
 * levels, no name with a value twice.
 */
final class StrictReader {

  private static final int MAX_DEPTH = 16;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(1_000_000)
                  .maxNameLength(1_000_000)
                  .build())
          .build();

  private static final ObjectMapper TREES = new ObjectMapper();

  private static final Set<String> KNOWN =
      Arrays.stream(GatewayField.values())
          .map(GatewayField::fieldName)
          .collect(Collectors.toUnmodifiableSet());

  private StrictReader() {}

  static boolean accepts(byte[] line) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
      return isOneObject(text);
    } catch (CharacterCodingException | JsonProcessingException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOneObject(String text) throws IOException {
    try (JsonParser parser = JSON.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      Set<String> names = new HashSet<>();
      boolean distinct = true;
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = wellFormed(parser.currentName());
        boolean empty = skipValue(parser);
        if (!empty || KNOWN.contains(name)) {
          distinct &= names.add(name);
        }
      }
      return parser.nextToken() == null && distinct;
    }
  }

  /** Reads a value to its end; whether it says nothing. */
  private static boolean skipValue(JsonParser parser) throws IOException {
    JsonToken token = parser.nextToken();
    if (!token.isStructStart()) {
      return token == JsonToken.VALUE_NULL
          || (token == JsonToken.VALUE_STRING && parser.getText().isEmpty());
    }
    boolean empty = true;
    for (int depth = 1; depth > 0; ) {
      JsonToken next = parser.nextToken();
      depth += next.isStructStart() ? 1 : next.isStructEnd() ? -1 : 0;
      empty &= depth == 0;
    }
    return empty;
  }

  static JsonNode tree(byte[] json) {
    try {
      return TREES.readTree(new String(json, StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new AssertionError(new String(json, StandardCharsets.UTF_8), e);
    }
  }

  static String text(JsonNode value) {
    return wellFormed(value.textValue());
  }

  /** The text with U+FFFD for half a surrogate pair, which UTF-8 cannot hold. */
  private static String wellFormed(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
        .forEach(out::appendCodePoint);
    return out.toString();
  }
}
