package io.github.gateweir.sigma.event;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.gateweir.sigma.match.Decimals;
import java.math.BigDecimal;
import java.util.function.Consumer;

/**
 * Events that are any JSON objects, flat or nested. A field is a member of that name, or else a
 * path: its part before a dot names an object, or an array of objects, any of which may have the
 * rest.
 */
public final class JsonModel implements EventModel<JsonNode> {

  /** Reads events without rounding a number, however long it is. */
  public static ObjectReader reader() {
    StreamReadConstraints anyLength =
        StreamReadConstraints.builder()
            .maxNumberLength(Integer.MAX_VALUE)
            .maxNameLength(Integer.MAX_VALUE)
            .build();
    return JsonMapper.builder(new JsonFactoryBuilder().streamReadConstraints(anyLength).build())
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build()
        .readerFor(JsonNode.class);
  }

  @Override
  public EventField<JsonNode> field(String name) {
    return JsonField.named(name);
  }

  @Override
  public void forEachText(JsonNode event, Consumer<String> texts) {
    if (event.isTextual()) {
      texts.accept(event.textValue());
    } else if (event.isNumber()) {
      acceptNumber(event, texts);
    } else {
      for (JsonNode child : event) {
        forEachText(child, texts);
      }
    }
  }

  private static void acceptNumber(JsonNode node, Consumer<String> texts) {
    BigDecimal number = Decimals.of(node.numberValue());
    if (number != null) {
      texts.accept(Decimals.text(number));
    }
  }
}
