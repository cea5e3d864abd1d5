package io.github.gateweir.ecs;

import static io.github.gateweir.ecs.Profile.EXTENDED;
import static io.github.gateweir.ecs.Profile.SEKOIA;
import static io.github.gateweir.ecs.Values.array;
import static io.github.gateweir.ecs.Values.constant;
import static io.github.gateweir.ecs.Values.piece;

import io.github.gateweir.gateway.GatewayField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an event by their ECS names, and how each is read. This table is what rules read
 * events by; {@code docs/mapping.md} says what each field is made from. Beside these there is
 * {@code cloudflare.unmapped.*}: whatever Cloudflare sends under a name not known here.
 *
 * <p>Names and types are those of ECS 9.4; {@code cloudflare.*} and {@code gateweir.*} are custom.
 */
@SuppressWarnings("ImmutableEnumChecker") // a Values never changes, which only its code can show
public enum EcsField {
  MESSAGE("message", Type.TEXT, SEKOIA, Values.message()),
  TIMESTAMP("@timestamp", Type.DATE, SEKOIA, piece(Derived.TIMESTAMP)),
  ECS_VERSION("ecs.version", Type.KEYWORD, EXTENDED, constant(EcsJsonWriter.ECS_VERSION)),
  EVENT_KIND("event.kind", Type.KEYWORD, EXTENDED, constant("event")),
  EVENT_MODULE("event.module", Type.KEYWORD, EXTENDED, constant("gateweir")),
  EVENT_ID("event.id", Type.KEYWORD, EXTENDED, piece(Derived.EVENT_ID)),
  EVENT_CATEGORY("event.category", Type.KEYWORD, SEKOIA, constant("network")),
  EVENT_DATASET("event.dataset", Type.KEYWORD, SEKOIA, constant("gateway_network")),
  EVENT_ACTION("event.action", Type.KEYWORD, SEKOIA, piece(GatewayField.ACTION)),
  EVENT_TYPE("event.type", Type.KEYWORD, SEKOIA, piece(Derived.EVENT_TYPE)),
  CLOUD_ACCOUNT_ID("cloud.account.id", Type.KEYWORD, SEKOIA, piece(GatewayField.ACCOUNT_ID)),
  TLS_CLIENT_SERVER_NAME("tls.client.server_name", Type.KEYWORD, SEKOIA, piece(GatewayField.SNI)),
  CLOUDFLARE_INTERNAL_SOURCE_IP(
      "cloudflare.InternalSourceIP", Type.KEYWORD, SEKOIA, piece(Derived.INTERNAL_SOURCE_IP)),
  CLOUDFLARE_OVERRIDE_PORT(
      "cloudflare.OverridePort", Type.LONG, SEKOIA, piece(Derived.OVERRIDE_PORT)),
  CLOUDFLARE_OVERRIDE_IP(
      "cloudflare.OverrideIP", Type.KEYWORD, SEKOIA, piece(GatewayField.OVERRIDE_IP)),
  CLOUDFLARE_POLICY_ID("cloudflare.PolicyID", Type.KEYWORD, SEKOIA, piece(GatewayField.POLICY_ID)),
  CLOUDFLARE_POLICY_NAME(
      "cloudflare.PolicyName", Type.KEYWORD, SEKOIA, piece(GatewayField.POLICY_NAME)),
  CLOUDFLARE_SESSION_ID(
      "cloudflare.SessionID", Type.KEYWORD, SEKOIA, piece(GatewayField.SESSION_ID)),
  CLOUDFLARE_PROXY_ENDPOINT(
      "cloudflare.ProxyEndpoint", Type.KEYWORD, EXTENDED, piece(GatewayField.PROXY_ENDPOINT)),
  CLOUDFLARE_REGISTRATION_ID(
      "cloudflare.RegistrationID", Type.KEYWORD, EXTENDED, piece(GatewayField.REGISTRATION_ID)),
  CLOUDFLARE_TENANT_ID(
      "cloudflare.TenantID", Type.KEYWORD, EXTENDED, piece(GatewayField.TENANT_ID)),
  CLOUDFLARE_VIRTUAL_NETWORK_ID(
      "cloudflare.VirtualNetworkID",
      Type.KEYWORD,
      EXTENDED,
      piece(GatewayField.VIRTUAL_NETWORK_ID)),
  CLOUDFLARE_VIRTUAL_NETWORK_NAME(
      "cloudflare.VirtualNetworkName",
      Type.KEYWORD,
      EXTENDED,
      piece(GatewayField.VIRTUAL_NETWORK_NAME)),
  CLOUDFLARE_APPLICATION_IDS(
      "cloudflare.ApplicationIDs", Type.LONG, EXTENDED, array(GatewayField.APPLICATION_IDS)),
  CLOUDFLARE_APPLICATION_NAMES(
      "cloudflare.ApplicationNames", Type.KEYWORD, EXTENDED, array(GatewayField.APPLICATION_NAMES)),
  CLOUDFLARE_CATEGORY_IDS(
      "cloudflare.CategoryIDs", Type.LONG, EXTENDED, array(GatewayField.CATEGORY_IDS)),
  CLOUDFLARE_CATEGORY_NAMES(
      "cloudflare.CategoryNames", Type.KEYWORD, EXTENDED, array(GatewayField.CATEGORY_NAMES)),
  DESTINATION_ADDRESS(
      "destination.address", Type.KEYWORD, SEKOIA, piece(GatewayField.DESTINATION_IP)),
  DESTINATION_DOMAIN("destination.domain", Type.KEYWORD, SEKOIA, piece(Derived.DOMAIN)),
  DESTINATION_IP("destination.ip", Type.IP, SEKOIA, piece(Derived.DESTINATION_IP)),
  DESTINATION_PORT("destination.port", Type.LONG, SEKOIA, piece(Derived.DESTINATION_PORT)),
  DESTINATION_REGISTERED_DOMAIN(
      "destination.registered_domain", Type.KEYWORD, EXTENDED, piece(Derived.REGISTERED_DOMAIN)),
  DESTINATION_SUBDOMAIN("destination.subdomain", Type.KEYWORD, EXTENDED, piece(Derived.SUBDOMAIN)),
  DESTINATION_TOP_LEVEL_DOMAIN(
      "destination.top_level_domain", Type.KEYWORD, EXTENDED, piece(Derived.TOP_LEVEL_DOMAIN)),
  DESTINATION_GEO_COUNTRY_ISO_CODE(
      "destination.geo.country_iso_code",
      Type.KEYWORD,
      EXTENDED,
      piece(GatewayField.DESTINATION_IP_COUNTRY_CODE)),
  DESTINATION_GEO_CONTINENT_CODE(
      "destination.geo.continent_code",
      Type.KEYWORD,
      EXTENDED,
      piece(GatewayField.DESTINATION_IP_CONTINENT_CODE)),
  DESTINATION_NAT_IP("destination.nat.ip", Type.IP, EXTENDED, piece(Derived.NAT_IP)),
  DESTINATION_NAT_PORT("destination.nat.port", Type.LONG, EXTENDED, piece(Derived.NAT_PORT)),
  SOURCE_ADDRESS("source.address", Type.KEYWORD, SEKOIA, piece(GatewayField.SOURCE_IP)),
  SOURCE_IP("source.ip", Type.IP, SEKOIA, piece(Derived.SOURCE_IP)),
  SOURCE_PORT("source.port", Type.LONG, SEKOIA, piece(Derived.SOURCE_PORT)),
  SOURCE_GEO_COUNTRY_ISO_CODE(
      "source.geo.country_iso_code",
      Type.KEYWORD,
      EXTENDED,
      piece(GatewayField.SOURCE_IP_COUNTRY_CODE)),
  SOURCE_GEO_CONTINENT_CODE(
      "source.geo.continent_code",
      Type.KEYWORD,
      EXTENDED,
      piece(GatewayField.SOURCE_IP_CONTINENT_CODE)),
  NETWORK_TRANSPORT("network.transport", Type.KEYWORD, SEKOIA, piece(Derived.LAYER_4_TRANSPORT)),
  NETWORK_PROTOCOL("network.protocol", Type.KEYWORD, EXTENDED, piece(Derived.PROTOCOL)),
  NETWORK_TYPE("network.type", Type.KEYWORD, EXTENDED, piece(Derived.NETWORK_TYPE)),
  NETWORK_IANA_NUMBER("network.iana_number", Type.KEYWORD, EXTENDED, piece(Derived.IANA_NUMBER)),
  NETWORK_APPLICATION("network.application", Type.KEYWORD, EXTENDED, piece(Derived.APPLICATION)),
  NETWORK_DIRECTION("network.direction", Type.KEYWORD, EXTENDED, piece(Derived.DIRECTION)),
  NETWORK_COMMUNITY_ID("network.community_id", Type.KEYWORD, EXTENDED, piece(Derived.COMMUNITY_ID)),
  DEVICE_ID("device.id", Type.KEYWORD, SEKOIA, piece(GatewayField.DEVICE_ID)),
  HOST_ID("host.id", Type.KEYWORD, EXTENDED, piece(GatewayField.DEVICE_ID)),
  HOST_IP("host.ip", Type.IP, EXTENDED, piece(Derived.HOST_IP)),
  HOST_HOSTNAME("host.hostname", Type.KEYWORD, SEKOIA, piece(GatewayField.DEVICE_NAME)),
  HOST_NAME("host.name", Type.KEYWORD, SEKOIA, piece(GatewayField.DEVICE_NAME)),
  OBSERVER_TYPE("observer.type", Type.KEYWORD, SEKOIA, constant("proxy")),
  OBSERVER_VENDOR("observer.vendor", Type.KEYWORD, SEKOIA, constant("Cloudflare")),
  OBSERVER_PRODUCT("observer.product", Type.KEYWORD, EXTENDED, constant("Gateway")),
  RELATED_IP("related.ip", Type.IP, SEKOIA, Values.relatedIps()),
  RELATED_HOSTS("related.hosts", Type.KEYWORD, SEKOIA, Values.relatedHosts()),
  RELATED_USER("related.user", Type.KEYWORD, EXTENDED, Values.relatedUsers()),
  USER_ID("user.id", Type.KEYWORD, SEKOIA, piece(GatewayField.USER_ID)),
  USER_EMAIL("user.email", Type.KEYWORD, SEKOIA, piece(GatewayField.EMAIL)),
  USER_NAME("user.name", Type.KEYWORD, EXTENDED, piece(Derived.USER_NAME)),
  USER_DOMAIN("user.domain", Type.KEYWORD, EXTENDED, piece(Derived.USER_DOMAIN)),
  RULE_UUID("rule.uuid", Type.KEYWORD, EXTENDED, piece(GatewayField.POLICY_ID)),
  RULE_NAME("rule.name", Type.KEYWORD, EXTENDED, piece(GatewayField.POLICY_NAME)),
  ERROR_MESSAGE("error.message", Type.TEXT, EXTENDED, piece(Derived.ERROR_MESSAGE)),
  GATEWEIR_ACTOR("gateweir.actor", Type.KEYWORD, EXTENDED, piece(Derived.ACTOR)),
  GATEWEIR_TIMESTAMP_SUSPECT(
      "gateweir.timestamp_suspect", Type.BOOLEAN, EXTENDED, Values.suspect()),
  GATEWEIR_SUMMARY("gateweir.summary", Type.TEXT, EXTENDED, Values.summary());

  /** How Elasticsearch indexes a field. */
  public enum Type {
    KEYWORD,
    TEXT,
    IP,
    LONG,
    DATE,
    BOOLEAN
  }

  private static final Map<String, EcsField> BY_NAME = new HashMap<>();

  static {
    for (EcsField field : values()) {
      BY_NAME.put(field.ecsName, field);
    }
  }

  private final String ecsName;
  private final Type type;
  private final Profile profile;
  private final Values values;

  EcsField(String ecsName, Type type, Profile profile, Values values) {
    this.ecsName = ecsName;
    this.type = type;
    this.profile = profile;
    this.values = values;
  }

  /** The field with this name, or null. */
  public static @Nullable EcsField byName(String ecsName) {
    return BY_NAME.get(ecsName);
  }

  /** The name, such as {@code destination.domain}. */
  public String ecsName() {
    return ecsName;
  }

  /** How Elasticsearch indexes it. */
  public Type type() {
    return type;
  }

  /** The smaller of the profiles that write it. */
  public Profile profile() {
    return profile;
  }

  /**
   * The field's values in an event, as text; none when the event lacks it. The event must have been
   * mapped in the extended profile.
   */
  public List<String> values(EcsEvent event) {
    return values.read(event);
  }

  /** The first of the field's values in an event, as text; null when the event lacks it. */
  public @Nullable String first(EcsEvent event) {
    return values.first(event);
  }

  /**
   * The index by which {@link EcsEvent} finds the field's only value as a piece of its text, for
   * those who read bytes; -1 for a field whose values are put together when they are read.
   */
  public int slot() {
    return values.slot();
  }
}
