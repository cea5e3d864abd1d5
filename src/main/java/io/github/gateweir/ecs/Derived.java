package io.github.gateweir.ecs;

/** The values of an event that are not a field of the record as it came, but follow from it. */
enum Derived {
  /** {@code @timestamp}: RFC 3339 in UTC. */
  TIMESTAMP,
  /** {@code event.type}: allowed, denied or info. */
  EVENT_TYPE,
  /** The SNI in lower case without a trailing dot. */
  DOMAIN,
  REGISTERED_DOMAIN,
  SUBDOMAIN,
  TOP_LEVEL_DOMAIN,
  /** Addresses in canonical text (RFC 5952); absent where the field holds no IP address. */
  DESTINATION_IP,
  SOURCE_IP,
  NAT_IP,
  HOST_IP,
  /** Decimal digits. */
  DESTINATION_PORT,
  SOURCE_PORT,
  OVERRIDE_PORT,
  NAT_PORT,
  /** The transport as the record says, in lower case: may be quic. */
  TRANSPORT,
  /** The transport as ECS wants it: the layer-4 protocol. */
  LAYER_4_TRANSPORT,
  PROTOCOL,
  IANA_NUMBER,
  NETWORK_TYPE,
  DIRECTION,
  COMMUNITY_ID,
  APPLICATION,
  INTERNAL_SOURCE_IP,
  USER_NAME,
  USER_DOMAIN,
  EVENT_ID,
  ACTOR,
  /** JSON members, joined by commas. */
  UNMAPPED,
  /** The fields that were skipped because of their type. */
  ERROR_MESSAGE
}
