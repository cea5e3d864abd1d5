package io.github.gateweir.gateway;

/**
 * The fields of a {@code gateway_network} record that the mapping knows, by their name in
 * Cloudflare's Logpush dataset, with the JSON type each is documented or seen to have.
 */
public enum GatewayField {
  ACCOUNT_ID("AccountID", Type.STRING),
  ACTION("Action", Type.STRING),
  APPLICATION_IDS("ApplicationIDs", Type.INTEGERS),
  APPLICATION_NAMES("ApplicationNames", Type.STRINGS),
  CATEGORY_IDS("CategoryIDs", Type.INTEGERS),
  CATEGORY_NAMES("CategoryNames", Type.STRINGS),
  DATETIME("Datetime", Type.TIMESTAMP),
  DESTINATION_IP("DestinationIP", Type.STRING),
  DESTINATION_IP_CONTINENT_CODE("DestinationIPContinentCode", Type.STRING),
  DESTINATION_IP_COUNTRY_CODE("DestinationIPCountryCode", Type.STRING),
  DESTINATION_PORT("DestinationPort", Type.INTEGER),
  DETECTED_PROTOCOL("DetectedProtocol", Type.STRING),
  DEVICE_ID("DeviceID", Type.STRING),
  DEVICE_NAME("DeviceName", Type.STRING),
  EMAIL("Email", Type.STRING),
  INTERNAL_SOURCE_IP("InternalSourceIP", Type.STRING),
  OVERRIDE_IP("OverrideIP", Type.STRING),
  OVERRIDE_PORT("OverridePort", Type.INTEGER),
  POLICY_ID("PolicyID", Type.STRING),
  POLICY_NAME("PolicyName", Type.STRING),
  PROXY_ENDPOINT("ProxyEndpoint", Type.STRING),
  REGISTRATION_ID("RegistrationID", Type.STRING),
  SNI("SNI", Type.STRING),
  SESSION_ID("SessionID", Type.STRING),
  SOURCE_IP("SourceIP", Type.STRING),
  SOURCE_IP_CONTINENT_CODE("SourceIPContinentCode", Type.STRING),
  SOURCE_IP_COUNTRY_CODE("SourceIPCountryCode", Type.STRING),
  SOURCE_INTERNAL_IP("SourceInternalIP", Type.STRING),
  SOURCE_PORT("SourcePort", Type.INTEGER),
  TENANT_ID("TenantID", Type.STRING),
  TRANSPORT("Transport", Type.STRING),
  TRANSPORT_PROTOCOL("TransportProtocol", Type.STRING),
  USER_ID("UserID", Type.STRING),
  VIRTUAL_NETWORK_ID("VirtualNetworkID", Type.STRING),
  VIRTUAL_NETWORK_NAME("VirtualNetworkName", Type.STRING);

  /** The JSON types a field may have; a value of another type is skipped and reported. */
  public enum Type {
    STRING("a string"),
    /** A whole number, also as a string of digits. */
    INTEGER("a whole number"),
    /** A string or a number. */
    TIMESTAMP("a string or a number"),
    STRINGS("an array of strings"),
    INTEGERS("an array of whole numbers");

    private final String description;

    Type(String description) {
      this.description = description;
    }

    boolean isArray() {
      return this == STRINGS || this == INTEGERS;
    }

    /** What a value has to be, for an error message. */
    String description() {
      return description;
    }
  }

  private final String fieldName;
  private final Type type;

  GatewayField(String fieldName, Type type) {
    this.fieldName = fieldName;
    this.type = type;
  }

  /** The name in the record, as Cloudflare spells it. */
  public String fieldName() {
    return fieldName;
  }

  Type type() {
    return type;
  }
}
