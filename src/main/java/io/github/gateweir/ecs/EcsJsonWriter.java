package io.github.gateweir.ecs;

import static io.github.gateweir.ecs.EcsEvent.slot;
import static io.github.gateweir.gateway.TextBuffer.padded;

import io.github.gateweir.gateway.GatewayField;
import io.github.gateweir.gateway.TextBuffer;

/**
 * Writes an event as an ECS document: UTF-8, no line end. The members come in a fixed order, so the
 * same event gives the same bytes. One instance serves one thread.
 */
public final class EcsJsonWriter {

  /** The ECS release whose field names and types are written. */
  public static final String ECS_VERSION = "9.4.0";

  private static final byte[] MESSAGE = padded("{\"message\":\"");
  private static final byte[] TIMESTAMP = padded("\",\"@timestamp\":\"");
  private static final byte[] EVENT_KIND =
      padded(
          "\",\"ecs\":{\"version\":\""
              + ECS_VERSION
              + "\"},\"event\":{\"kind\":\"event\","
              + "\"module\":\"gateweir\",");
  private static final byte[] EVENT = padded("\",\"event\":{");
  private static final byte[] EVENT_CONSTANTS =
      padded("\"category\":[\"network\"],\"dataset\":\"gateway_network\",");
  private static final byte[] ID = padded("\"id\":\"");
  private static final byte[] ACTION = padded("\"action\":\"");
  private static final byte[] TYPE = padded("\"type\":[\"");
  private static final byte[] END_OF_EVENT = padded("\"]},");
  private static final byte[] OBSERVER_EXTENDED =
      padded(
          "\"observer\":{\"type\":\"proxy\",\"vendor\":\"Cloudflare\",\"product\":\"Gateway\"},");
  private static final byte[] OBSERVER =
      padded("\"observer\":{\"type\":\"proxy\",\"vendor\":\"Cloudflare\"},");
  private static final byte[] CLOUD_ACCOUNT = padded("\"cloud\":{\"account\":{\"id\":\"");
  private static final byte[] END_OF_NESTED = padded("\"}},");
  private static final byte[] TLS_CLIENT = padded("\"tls\":{\"client\":{\"server_name\":\"");
  private static final byte[] DEVICE = padded("\"device\":{");
  private static final byte[] USER = padded("\"user\":{");
  private static final byte[] RULE = padded("\"rule\":{");
  private static final byte[] ERROR = padded("\"error\":{");
  private static final byte[] RELATED = padded("\"related\":{");
  private static final byte[] RELATED_IP = padded("\"ip\":[");
  private static final byte[] RELATED_HOSTS = padded("\"hosts\":[");
  private static final byte[] RELATED_USER = padded("\"user\":[");
  private static final byte[] STRING_ID = padded("\"id\":\"");
  private static final byte[] EMAIL = padded("\"email\":\"");
  private static final byte[] NAME = padded("\"name\":\"");
  private static final byte[] DOMAIN = padded("\"domain\":\"");
  private static final byte[] UUID = padded("\"uuid\":\"");
  private static final byte[] ERROR_MESSAGE = padded("\"message\":\"");

  private final boolean extended;
  private final Profile profile;
  private final JsonFields json = new JsonFields();
  private final EndpointWriter endpoints;
  private final CloudflareWriter cloudflare;
  private final int[] related = new int[Related.MOST];

  /** A writer of documents of this profile. */
  public EcsJsonWriter(Profile profile) {
    this.profile = profile;
    extended = profile == Profile.EXTENDED;
    endpoints = new EndpointWriter(json, extended);
    cloudflare = new CloudflareWriter(json, extended);
  }

  /** The document as an array of its own. */
  public byte[] write(EcsEvent event) {
    return render(event).toByteArray();
  }

  /** The document as text, which the next call overwrites. */
  public TextBuffer render(EcsEvent event) {
    json.begin();
    message(event);
    event(event);
    account(event);
    cloudflare.write(event);
    endpoints.write(event);
    host(event);
    json.constant(extended ? OBSERVER_EXTENDED : OBSERVER);
    related(event);
    identity(event);
    if (extended) {
      rule(event);
      error(event);
      GateweirWriter.write(json, event);
    }
    json.out().bytes()[json.out().length() - 1] = '}';
    return json.out();
  }

  private void message(EcsEvent event) {
    json.constant(MESSAGE);
    json.plain(event, 0, event.messageLength());
    json.constant(TIMESTAMP);
    int timestamp = slot(Derived.TIMESTAMP);
    json.plain(event, event.start(timestamp), event.end(timestamp));
  }

  private void event(EcsEvent event) {
    if (extended) {
      json.constant(EVENT_KIND);
      json.string(ID, event, slot(Derived.EVENT_ID));
    } else {
      json.constant(EVENT);
    }
    json.constant(EVENT_CONSTANTS);
    json.string(ACTION, event, slot(GatewayField.ACTION));
    json.constant(TYPE);
    int type = slot(Derived.EVENT_TYPE);
    json.plain(event, event.start(type), event.end(type));
    json.constant(END_OF_EVENT);
  }

  private void account(EcsEvent event) {
    nested(CLOUD_ACCOUNT, event, slot(GatewayField.ACCOUNT_ID));
    nested(TLS_CLIENT, event, slot(GatewayField.SNI));
  }

  /** The only string of an object in an object. */
  private void nested(byte[] prefix, EcsEvent event, int slot) {
    if (event.has(slot)) {
      json.constant(prefix);
      json.piece(event, slot, event.start(slot), event.end(slot));
      json.constant(END_OF_NESTED);
    }
  }

  private void host(EcsEvent event) {
    int start = json.open(DEVICE);
    json.string(STRING_ID, event, slot(GatewayField.DEVICE_ID));
    json.close(start, DEVICE);
    endpoints.writeHost(event);
  }

  private void related(EcsEvent event) {
    int start = json.open(RELATED);
    json.strings(RELATED_IP, event, related, Related.ips(event, profile, related));
    json.strings(RELATED_HOSTS, event, related, Related.hosts(event, related));
    if (extended) {
      json.strings(RELATED_USER, event, related, Related.users(event, related));
    }
    json.close(start, RELATED);
  }

  private void identity(EcsEvent event) {
    int start = json.open(USER);
    json.string(STRING_ID, event, slot(GatewayField.USER_ID));
    json.string(EMAIL, event, slot(GatewayField.EMAIL));
    if (extended) {
      json.string(NAME, event, slot(Derived.USER_NAME));
      json.string(DOMAIN, event, slot(Derived.USER_DOMAIN));
    }
    json.close(start, USER);
  }

  private void rule(EcsEvent event) {
    int start = json.open(RULE);
    json.string(UUID, event, slot(GatewayField.POLICY_ID));
    json.string(NAME, event, slot(GatewayField.POLICY_NAME));
    json.close(start, RULE);
  }

  private void error(EcsEvent event) {
    int start = json.open(ERROR);
    json.string(ERROR_MESSAGE, event, slot(Derived.ERROR_MESSAGE));
    json.close(start, ERROR);
  }
}
