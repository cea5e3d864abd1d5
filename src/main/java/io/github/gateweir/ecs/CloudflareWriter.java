package io.github.gateweir.ecs;

import static io.github.gateweir.ecs.EcsEvent.slot;
import static io.github.gateweir.gateway.TextBuffer.padded;

import io.github.gateweir.gateway.GatewayField;

/** Writes {@code cloudflare.*}: what ECS has no field for, under the vendor's names. */
final class CloudflareWriter {

  private static final byte[] CLOUDFLARE = padded("\"cloudflare\":{");
  private static final byte[] INTERNAL_SOURCE_IP = padded("\"InternalSourceIP\":\"");
  private static final byte[] OVERRIDE_PORT = padded("\"OverridePort\":");
  private static final byte[] UNMAPPED = padded("\"unmapped\":{");
  private static final byte[] END_OF_UNMAPPED = padded("},");

  private static final GatewayField[] STRINGS = {
    GatewayField.OVERRIDE_IP,
    GatewayField.POLICY_ID,
    GatewayField.POLICY_NAME,
    GatewayField.SESSION_ID
  };
  private static final GatewayField[] EXTENDED_STRINGS = {
    GatewayField.PROXY_ENDPOINT,
    GatewayField.REGISTRATION_ID,
    GatewayField.TENANT_ID,
    GatewayField.VIRTUAL_NETWORK_ID,
    GatewayField.VIRTUAL_NETWORK_NAME
  };
  private static final GatewayField[] ARRAYS = {
    GatewayField.APPLICATION_IDS,
    GatewayField.APPLICATION_NAMES,
    GatewayField.CATEGORY_IDS,
    GatewayField.CATEGORY_NAMES
  };

  private static final byte[][] STRING_PREFIXES = prefixes(STRINGS, "\":\"");
  private static final byte[][] EXTENDED_PREFIXES = prefixes(EXTENDED_STRINGS, "\":\"");
  private static final byte[][] ARRAY_PREFIXES = prefixes(ARRAYS, "\":");

  private final JsonFields json;
  private final boolean extended;

  CloudflareWriter(JsonFields json, boolean extended) {
    this.json = json;
    this.extended = extended;
  }

  private static byte[][] prefixes(GatewayField[] fields, String end) {
    byte[][] prefixes = new byte[fields.length][];
    for (int i = 0; i < fields.length; i++) {
      prefixes[i] = padded("\"" + fields[i].fieldName() + end);
    }
    return prefixes;
  }

  void write(EcsEvent event) {
    int start = json.open(CLOUDFLARE);
    json.string(INTERNAL_SOURCE_IP, event, slot(Derived.INTERNAL_SOURCE_IP));
    json.json(OVERRIDE_PORT, event, slot(Derived.OVERRIDE_PORT));
    for (int i = 0; i < STRINGS.length; i++) {
      json.string(STRING_PREFIXES[i], event, slot(STRINGS[i]));
    }
    if (extended) {
      writeExtended(event);
    }
    json.close(start, CLOUDFLARE);
  }

  private void writeExtended(EcsEvent event) {
    for (int i = 0; i < EXTENDED_STRINGS.length; i++) {
      json.string(EXTENDED_PREFIXES[i], event, slot(EXTENDED_STRINGS[i]));
    }
    for (int i = 0; i < ARRAYS.length; i++) {
      json.json(ARRAY_PREFIXES[i], event, slot(ARRAYS[i]));
    }
    int unmapped = slot(Derived.UNMAPPED);
    if (event.has(unmapped)) {
      json.constant(UNMAPPED);
      json.plain(event, event.start(unmapped), event.end(unmapped));
      json.constant(END_OF_UNMAPPED);
    }
  }
}
