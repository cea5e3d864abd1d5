package io.github.gateweir.ecs;

import static io.github.gateweir.ecs.EcsEvent.slot;
import static io.github.gateweir.gateway.TextBuffer.padded;

import io.github.gateweir.gateway.GatewayField;
import io.github.gateweir.gateway.JsonText;
import java.nio.charset.StandardCharsets;

/** One sentence for people: who asked for what, and what became of it. */
final class Summary {

  private static final byte[] ALLOWED = padded("Allowed request");
  private static final byte[] DENIED = padded("Denied request");
  private static final byte[] REQUEST = padded("Request");
  private static final byte[] FROM = padded(" from ");
  private static final byte[] TO = padded(" to ");
  private static final byte[] OPEN = padded(" (");
  private static final byte[] CLOSE = padded(")");

  private Summary() {}

  /** Appends the sentence inside a JSON string. */
  static void write(JsonFields json, EcsEvent event) {
    json.constant(verb(event));
    part(json, FROM, event, slot(Derived.SOURCE_IP));
    part(json, TO, event, slot(Derived.DESTINATION_IP));
    if (event.has(slot(GatewayField.SNI))) {
      part(json, OPEN, event, slot(GatewayField.SNI));
      json.constant(CLOSE);
    }
  }

  /** The sentence. */
  static String of(EcsEvent event) {
    JsonFields json = new JsonFields();
    json.begin();
    write(json, event);
    byte[] sentence = JsonText.unescape(json.out().bytes(), 0, json.out().length());
    return new String(sentence, StandardCharsets.UTF_8);
  }

  private static byte[] verb(EcsEvent event) {
    int type = slot(Derived.EVENT_TYPE);
    return switch (event.text()[event.start(type)]) {
      case 'a' -> ALLOWED;
      case 'd' -> DENIED;
      default -> REQUEST;
    };
  }

  private static void part(JsonFields json, byte[] before, EcsEvent event, int slot) {
    if (event.has(slot)) {
      json.constant(before);
      json.piece(event, slot, event.start(slot), event.end(slot));
    }
  }
}
