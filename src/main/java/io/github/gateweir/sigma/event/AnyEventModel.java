package io.github.gateweir.sigma.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;

/**
 * Events of whatever shape their collector gave them. A field is what it is for {@link JsonModel};
 * where that is nothing, it is looked for in the objects below, whatever wraps them, so that {@code
 * CommandLine} is found in {@code Event.EventData} as well. Of several, the shallowest counts. An
 * underscore may stand for an XML attribute ({@code Provider_Name}), and spaces in the names of
 * members do not count.
 */
public final class AnyEventModel implements EventModel<JsonNode> {

  private final JsonModel texts = new JsonModel();

  @Override
  public EventField<JsonNode> field(String name) {
    return AnyEventField.named(name);
  }

  @Override
  public void forEachText(JsonNode event, Consumer<String> consumer) {
    texts.forEachText(event, consumer);
  }
}
