package io.github.gateweir.ecs;

import static io.github.gateweir.ecs.EcsEvent.slot;
import static io.github.gateweir.gateway.TextBuffer.padded;

import io.github.gateweir.gateway.GatewayField;

/** Writes the two ends of a connection, the host and what runs between them. */
final class EndpointWriter {

  private static final byte[] DESTINATION = padded("\"destination\":{");
  private static final byte[] SOURCE = padded("\"source\":{");
  private static final byte[] HOST = padded("\"host\":{");
  private static final byte[] NETWORK = padded("\"network\":{");
  private static final byte[] GEO = padded("\"geo\":{");
  private static final byte[] NAT = padded("\"nat\":{");
  private static final byte[] ADDRESS = padded("\"address\":\"");
  private static final byte[] DOMAIN = padded("\"domain\":\"");
  private static final byte[] REGISTERED_DOMAIN = padded("\"registered_domain\":\"");
  private static final byte[] SUBDOMAIN = padded("\"subdomain\":\"");
  private static final byte[] TOP_LEVEL_DOMAIN = padded("\"top_level_domain\":\"");
  private static final byte[] IP = padded("\"ip\":\"");
  private static final byte[] IPS = padded("\"ip\":[");
  private static final byte[] PORT = padded("\"port\":");
  private static final byte[] COUNTRY = padded("\"country_iso_code\":\"");
  private static final byte[] CONTINENT = padded("\"continent_code\":\"");
  private static final byte[] ID = padded("\"id\":\"");
  private static final byte[] HOSTNAME = padded("\"hostname\":\"");
  private static final byte[] NAME = padded("\"name\":\"");
  private static final byte[] TRANSPORT = padded("\"transport\":\"");
  private static final byte[] PROTOCOL = padded("\"protocol\":\"");
  private static final byte[] TYPE = padded("\"type\":\"");
  private static final byte[] IANA_NUMBER = padded("\"iana_number\":\"");
  private static final byte[] APPLICATION = padded("\"application\":\"");
  private static final byte[] DIRECTION = padded("\"direction\":\"");
  private static final byte[] COMMUNITY_ID = padded("\"community_id\":\"");

  private final JsonFields json;
  private final boolean extended;
  private final int[] hostIp = {slot(Derived.HOST_IP)};

  EndpointWriter(JsonFields json, boolean extended) {
    this.json = json;
    this.extended = extended;
  }

  void write(EcsEvent event) {
    destination(event);
    source(event);
    network(event);
  }

  private void destination(EcsEvent event) {
    int start = json.open(DESTINATION);
    json.string(ADDRESS, event, slot(GatewayField.DESTINATION_IP));
    json.string(DOMAIN, event, slot(Derived.DOMAIN));
    json.string(IP, event, slot(Derived.DESTINATION_IP));
    json.json(PORT, event, slot(Derived.DESTINATION_PORT));
    if (extended) {
      json.string(REGISTERED_DOMAIN, event, slot(Derived.REGISTERED_DOMAIN));
      json.string(SUBDOMAIN, event, slot(Derived.SUBDOMAIN));
      json.string(TOP_LEVEL_DOMAIN, event, slot(Derived.TOP_LEVEL_DOMAIN));
      geo(
          event,
          GatewayField.DESTINATION_IP_COUNTRY_CODE,
          GatewayField.DESTINATION_IP_CONTINENT_CODE);
      int nat = json.open(NAT);
      json.string(IP, event, slot(Derived.NAT_IP));
      json.json(PORT, event, slot(Derived.NAT_PORT));
      json.close(nat, NAT);
    }
    json.close(start, DESTINATION);
  }

  private void source(EcsEvent event) {
    int start = json.open(SOURCE);
    json.string(ADDRESS, event, slot(GatewayField.SOURCE_IP));
    json.string(IP, event, slot(Derived.SOURCE_IP));
    json.json(PORT, event, slot(Derived.SOURCE_PORT));
    if (extended) {
      geo(event, GatewayField.SOURCE_IP_COUNTRY_CODE, GatewayField.SOURCE_IP_CONTINENT_CODE);
    }
    json.close(start, SOURCE);
  }

  private void geo(EcsEvent event, GatewayField country, GatewayField continent) {
    int start = json.open(GEO);
    json.string(COUNTRY, event, slot(country));
    json.string(CONTINENT, event, slot(continent));
    json.close(start, GEO);
  }

  void writeHost(EcsEvent event) {
    int start = json.open(HOST);
    if (extended) {
      json.string(ID, event, slot(GatewayField.DEVICE_ID));
      json.strings(IPS, event, hostIp, event.has(hostIp[0]) ? 1 : 0);
    }
    json.string(HOSTNAME, event, slot(GatewayField.DEVICE_NAME));
    json.string(NAME, event, slot(GatewayField.DEVICE_NAME));
    json.close(start, HOST);
  }

  private void network(EcsEvent event) {
    int start = json.open(NETWORK);
    if (extended) {
      json.string(TRANSPORT, event, slot(Derived.LAYER_4_TRANSPORT));
      json.string(PROTOCOL, event, slot(Derived.PROTOCOL));
      json.string(TYPE, event, slot(Derived.NETWORK_TYPE));
      json.string(IANA_NUMBER, event, slot(Derived.IANA_NUMBER));
      json.string(APPLICATION, event, slot(Derived.APPLICATION));
      json.string(DIRECTION, event, slot(Derived.DIRECTION));
      json.string(COMMUNITY_ID, event, slot(Derived.COMMUNITY_ID));
    } else {
      json.string(TRANSPORT, event, slot(Derived.TRANSPORT));
    }
    json.close(start, NETWORK);
  }
}
