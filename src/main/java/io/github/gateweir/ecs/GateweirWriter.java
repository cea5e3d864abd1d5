package io.github.gateweir.ecs;

import static io.github.gateweir.ecs.EcsEvent.slot;
import static io.github.gateweir.gateway.TextBuffer.padded;

/** Writes {@code gateweir.*}: what this project adds. */
final class GateweirWriter {

  private static final byte[] GATEWEIR = padded("\"gateweir\":{");
  private static final byte[] ACTOR = padded("\"actor\":\"");
  private static final byte[] SUSPECT = padded("\"timestamp_suspect\":true,");
  private static final byte[] SUMMARY = padded("\"summary\":\"");
  private static final byte[] END = padded("\",");

  private GateweirWriter() {}

  static void write(JsonFields json, EcsEvent event) {
    int start = json.open(GATEWEIR);
    json.string(ACTOR, event, slot(Derived.ACTOR));
    if (event.timestampSuspect()) {
      json.constant(SUSPECT);
    }
    json.constant(SUMMARY);
    Summary.write(json, event);
    json.constant(END);
    json.close(start, GATEWEIR);
  }
}
