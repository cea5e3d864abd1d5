package io.github.gateweir.ecs;

import static io.github.gateweir.ecs.EcsEvent.slot;
import static io.github.gateweir.gateway.TextBuffer.padded;

import io.github.gateweir.gateway.GatewayField;

/** Writes {@code gateweir.*}: what this project adds. */
final class GateweirWriter {

  private static final byte[] GATEWEIR = padded("\"gateweir\":{");
  private static final byte[] ACTOR = padded("\"actor\":\"");
  private static final byte[] SUSPECT = padded("\"timestamp_suspect\":true,");
  private static final byte[] SUMMARY = padded("\"summary\":\"");
  private static final byte[] ALLOWED = padded("Allowed request");
  private static final byte[] DENIED = padded("Denied request");
  private static final byte[] REQUEST = padded("Request");
  private static final byte[] FROM = padded(" from ");
  private static final byte[] TO = padded(" to ");
  private static final byte[] OPEN = padded(" (");
  private static final byte[] CLOSE = padded(")");
  private static final byte[] END = padded("\",");

  private GateweirWriter() {}

  static void write(JsonFields json, EcsEvent event) {
    int start = json.open(GATEWEIR);
    json.string(ACTOR, event, slot(Derived.ACTOR));
    if (event.timestampSuspect()) {
      json.constant(SUSPECT);
    }
    summary(json, event);
    json.close(start, GATEWEIR);
  }

  /** One sentence for people: who asked for what, and what became of it. */
  private static void summary(JsonFields json, EcsEvent event) {
    json.constant(SUMMARY);
    json.constant(verb(event));
    part(json, FROM, event, slot(Derived.SOURCE_IP));
    part(json, TO, event, slot(Derived.DESTINATION_IP));
    if (event.has(slot(GatewayField.SNI))) {
      part(json, OPEN, event, slot(GatewayField.SNI));
      json.constant(CLOSE);
    }
    json.constant(END);
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
