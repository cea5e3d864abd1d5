package io.github.gateweir.detection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.gateweir.ecs.EcsEvent;
import io.github.gateweir.ecs.EcsField;
import io.github.gateweir.sigma.event.EventField;
import io.github.gateweir.sigma.event.EventModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How rules read our events: by ECS names, straight from the event's bytes. */
public final class EcsModel implements EventModel<EcsEvent> {

  /** What Cloudflare sends under a name not known here; read from the line again. */
  private static final String UNMAPPED = "cloudflare.unmapped.";

  /** What feeds of threat intelligence say of an event. */
  private static final String INDICATOR = "threat.indicator.";

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public @Nullable EventField<EcsEvent> field(String name) {
    EcsField field = EcsField.byName(name);
    if (field != null) {
      return field(field);
    }
    if (name.startsWith(UNMAPPED)) {
      String key = name.substring(UNMAPPED.length());
      return event -> unmapped(event, key);
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
    return switch (field.type()) {
      case LONG -> event -> number(field, event);
      case BOOLEAN -> event -> orAbsent(truth(field.first(event)));
      default -> event -> orAbsent(field.first(event));
    };
  }

  private static Object orAbsent(@Nullable Object value) {
    return value == null ? EventField.ABSENT : value;
  }

  private static Object number(EcsField field, EcsEvent event) {
    String text = field.first(event);
    return text == null ? EventField.ABSENT : (Object) Long.valueOf(text);
  }

  private static @Nullable Boolean truth(@Nullable String text) {
    return text == null ? null : Boolean.valueOf(text);
  }

  private static Object several(EcsField field, EcsEvent event) {
    List<String> values = field.values(event);
    return switch (values.size()) {
      case 0 -> EventField.ABSENT;
      case 1 -> values.get(0);
      default -> values;
    };
  }

  private static @Nullable Object unmapped(EcsEvent event, String key) {
    JsonNode value = line(event).get(key);
    return value == null ? EventField.ABSENT : JSON.convertValue(value, Object.class);
  }

  private static JsonNode line(EcsEvent event) {
    try {
      return JSON.readTree(event.line());
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
