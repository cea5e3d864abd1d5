package io.github.gateweir.ecs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads a written document as the strictest of its readers would: JsonUnit alone forgives
 * duplicates, text after the document and bytes that are not UTF-8.
 */
final class StrictJson {

  private static final ObjectMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private StrictJson() {}

  /**
   * The document's text.
   *
   * @throws AssertionError when it is not UTF-8, not one JSON document, or not on one line
   */
  static String text(byte[] document) {
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document)).toString();
      STRICT.readTree(text);
      if (text.indexOf('\n') >= 0) {
        throw new AssertionError("The document is on more than one line: " + text);
      }
      return text;
    } catch (CharacterCodingException e) {
      throw new AssertionError("The document is not UTF-8", e);
    } catch (JsonProcessingException e) {
      throw new AssertionError("The document is not JSON", e);
    }
  }
}
