package io.github.gateweir.detection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.github.gateweir.ecs.EcsEvent;
import io.github.gateweir.ecs.EcsField;
import io.github.gateweir.sigma.event.EventField;
import io.github.gateweir.sigma.event.EventModel;
import io.github.gateweir.sigma.event.JsonModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How rules read our events: by ECS names, straight from the event's bytes. */
public final class EcsModel implements EventModel<EcsEvent> {

  /** What Cloudflare sends under a name not known here; read from the line again. */
  private static final String UNMAPPED = "cloudflare.unmapped.";

  /** A number with fewer digits fits into a long. */
  private static final int LONG_DIGITS = 19;

  /** What feeds of threat intelligence say of an event. */
  private static final String INDICATOR = "threat.indicator.";

  private static final ObjectReader JSON = JsonModel.reader();

  @Override
  public @Nullable EventField<EcsEvent> field(String name) {
    EcsField field = EcsField.byName(name);
    if (field != null) {
      return field(field);
    }
    if (name.startsWith(UNMAPPED)) {
      String key = name.substring(UNMAPPED.length());
      EventField<JsonNode> inLine = new JsonModel().field(key);
      return event -> inLine.read(line(event));
    }
    return name.startsWith(INDICATOR) ? event -> EventField.ABSENT : null;
  }

  /** Whether events can have a field of this name. */
  public boolean has(String name) {
    return field(name) != null;
  }

  /** Whether a field is one that no event has yet, because feeds are not looked up. */
  static boolean isIndicator(String name) {
    return name.startsWith(INDICATOR);
  }

  private static EventField<EcsEvent> field(EcsField field) {
    if (field.slot() < 0) {
      return event -> several(field, event);
    }
    return event -> one(field, field.first(event));
  }

  private static Object several(EcsField field, EcsEvent event) {
    List<Object> values = new ArrayList<>();
    field.values(event).forEach(value -> values.add(one(field, value)));
    return switch (values.size()) {
      case 0 -> EventField.ABSENT;
      case 1 -> values.get(0);
      default -> values;
    };
  }

  /** A value as its type has it. */
  private static Object one(EcsField field, @Nullable String text) {
    if (text == null) {
      return EventField.ABSENT;
    }
    return switch (field.type()) {
      case LONG -> number(text);
      case BOOLEAN -> Boolean.valueOf(text);
      default -> text;
    };
  }

  /** A list of Cloudflare's ids may hold a number of any length. */
  private static Object number(String text) {
    return text.length() < LONG_DIGITS ? (Object) Long.valueOf(text) : new BigDecimal(text);
  }

  private static JsonNode line(EcsEvent event) {
    try {
      return JSON.readValue(event.line());
    } catch (IOException e) {
      throw new UncheckedIOException("A line that was mapped is not JSON.", e);
    }
  }

  @Override
  public void forEachText(EcsEvent event, Consumer<String> texts) {
    for (EcsField field : EcsField.values()) {
      if (field != EcsField.MESSAGE) {
        field.values(event).forEach(texts);
      }
    }
  }
}
