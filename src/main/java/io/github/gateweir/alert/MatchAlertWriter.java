package io.github.gateweir.alert;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.gateweir.ecs.EcsEvent;
import io.github.gateweir.ecs.EcsField;
import io.github.gateweir.ecs.EcsJsonWriter;
import io.github.gateweir.ecs.Profile;
import io.github.gateweir.gateway.TextBuffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes the alert on an event that matches a rule, as an ECS document: what the rule says, why it
 * matched, and what the event tells of who, what and where. Not safe for several threads.
 */
public final class MatchAlertWriter {

  private static final JsonFactory JSON = Json.factory();
  private static final int LONGEST_TEXT = 1_024;

  /** What the alert says in its own way; all else is as the event has it. */
  private static final Set<String> OWN =
      Set.of("message", "@timestamp", "event", "rule", "error", "gateweir");

  private final EcsJsonWriter events = new EcsJsonWriter(Profile.EXTENDED);

  /**
   * The document, in UTF-8, whose last member is the object {@code gateweir}.
   *
   * @param id the alert's
   * @param reasons why the rule matched
   * @param group the fields that the rule groups by, with the event's values
   */
  public byte[] write(
      String id,
      AlertRule rule,
      EcsEvent event,
      List<Reason> reasons,
      Map<String, @Nullable String> group) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("message", cut(message(rule, event, reasons)));
      json.writeStringField("@timestamp", EcsField.TIMESTAMP.first(event));
      event(json, id, rule, event);
      RuleJson.rule(json, rule);
      RuleJson.threat(json, rule);
      copyOthers(json, event);
      json.writeObjectFieldStart("gateweir");
      writeIfThere(json, "actor", EcsField.GATEWEIR_ACTOR.first(event));
      RuleJson.own(json, rule);
      alert(json, id, event, reasons, group);
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void event(JsonGenerator json, String id, AlertRule rule, EcsEvent event)
      throws IOException {
    json.writeObjectFieldStart("event");
    json.writeStringField("id", id);
    RuleJson.event(json, rule);
    writeIfThere(json, "action", EcsField.EVENT_ACTION.first(event));
    RuleJson.strings(json, "type", EcsField.EVENT_TYPE.values(event));
    String time = EcsField.TIMESTAMP.first(event);
    json.writeStringField("start", time);
    json.writeStringField("end", time);
    json.writeEndObject();
  }

  private static void writeIfThere(JsonGenerator json, String name, @Nullable String value)
      throws IOException {
    if (value != null) {
      json.writeStringField(name, value);
    }
  }

  /** Copies the members of the event's document that the alert does not say in its own way. */
  private void copyOthers(JsonGenerator json, EcsEvent event) throws IOException {
    TextBuffer document = events.render(event);
    try (JsonParser parser = JSON.createParser(document.bytes(), 0, document.length())) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean own = OWN.contains(parser.currentName());
        if (own) {
          parser.nextToken();
          parser.skipChildren();
        } else {
          copy(json, parser);
        }
      }
    }
  }

  /** Copies a member, with numbers as they are written and texts that are not too long. */
  private static void copy(JsonGenerator json, JsonParser parser) throws IOException {
    int depth = 0;
    JsonToken token = parser.currentToken();
    do {
      switch (token) {
        case FIELD_NAME -> json.writeFieldName(parser.currentName());
        case START_OBJECT -> json.writeStartObject();
        case END_OBJECT -> json.writeEndObject();
        case START_ARRAY -> json.writeStartArray();
        case END_ARRAY -> json.writeEndArray();
        case VALUE_STRING -> json.writeString(cut(parser.getText()));
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.writeNumber(parser.getText());
        case VALUE_TRUE, VALUE_FALSE -> json.writeBoolean(token == JsonToken.VALUE_TRUE);
        default -> json.writeNull();
      }
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (depth == 0 && token != JsonToken.FIELD_NAME) {
        return;
      }
      token = parser.nextToken();
    } while (token != null);
  }

  /** A record may hold a text of 256 KiB, an alert would hold it many times over. */
  private static String cut(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
  }

  private static void alert(
      JsonGenerator json,
      String id,
      EcsEvent event,
      List<Reason> reasons,
      Map<String, @Nullable String> group)
      throws IOException {
    json.writeObjectFieldStart("alert");
    json.writeStringField("id", id);
    json.writeStringField("kind", "match");
    json.writeNumberField("count", 1);
    json.writeArrayFieldStart("events");
    json.writeString(event.id());
    json.writeEndArray();
    json.writeArrayFieldStart("matches");
    for (Reason reason : reasons) {
      reason(json, reason);
    }
    json.writeEndArray();
    group(json, group);
    json.writeEndObject();
  }

  private static void reason(JsonGenerator json, Reason reason) throws IOException {
    json.writeStartObject();
    if (!reason.field().isEmpty()) {
      json.writeStringField("field", reason.field());
    }
    json.writeStringField("value", cut(reason.value()));
    json.writeStringField("selection", reason.selection());
    json.writeStringField("entry", cut(reason.entry()));
    json.writeEndObject();
  }

  private static void group(JsonGenerator json, Map<String, @Nullable String> group)
      throws IOException {
    json.writeObjectFieldStart("group");
    for (Map.Entry<String, @Nullable String> field : group.entrySet()) {
      if (field.getValue() != null) {
        json.writeStringField(field.getKey(), cut(field.getValue()));
      }
    }
    json.writeEndObject();
  }

  /** Who went where, whether Gateway let it, and why the rule matched, in one sentence. */
  private static String message(AlertRule rule, EcsEvent event, List<Reason> reasons) {
    StringBuilder text = new StringBuilder(rule.name()).append(": ").append(who(event));
    String device = EcsField.HOST_NAME.first(event);
    if (device != null) {
      text.append(" on ").append(device);
    }
    text.append(wasDenied(event) ? " was kept from " : " reached ").append(where(event));
    if (!reasons.isEmpty()) {
      text.append(", because ").append(why(reasons.get(0)));
    }
    return text.toString();
  }

  /** The user, else the address. */
  private static String who(EcsEvent event) {
    for (EcsField field : List.of(EcsField.USER_EMAIL, EcsField.USER_ID, EcsField.SOURCE_IP)) {
      String value = field.first(event);
      if (value != null) {
        return value;
      }
    }
    return "an unknown user";
  }

  private static boolean wasDenied(EcsEvent event) {
    return EcsField.EVENT_TYPE.values(event).contains("denied");
  }

  private static String where(EcsEvent event) {
    String domain = EcsField.DESTINATION_DOMAIN.first(event);
    String address = EcsField.DESTINATION_IP.first(event);
    String port = EcsField.DESTINATION_PORT.first(event);
    String name = domain == null ? address : domain;
    if (name == null) {
      return "an unknown destination";
    }
    return port == null ? name : name + " port " + port;
  }

  private static String why(Reason reason) {
    return reason.field().isEmpty()
        ? "%s is in it".formatted(reason.entry())
        : "%s matches %s".formatted(reason.field(), reason.entry());
  }
}
