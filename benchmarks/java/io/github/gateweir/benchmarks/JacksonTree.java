package io.github.gateweir.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The baseline: the mapping of the {@code sekoia} profile as one writes it with Jackson's tree
 * model, well but without tricks.
 */
public final class JacksonTree {

  private final ObjectMapper mapper = new ObjectMapper();

  /** One line to one document. */
  public byte[] map(byte[] line) throws IOException {
    JsonNode log = mapper.readTree(line);
    ObjectNode event = mapper.createObjectNode();
    event.put("message", new String(line, StandardCharsets.UTF_8));
    event.put("@timestamp", text(log, "Datetime"));
    event(event.putObject("event"), log);
    String account = text(log, "AccountID");
    if (account != null) {
      event.putObject("cloud").putObject("account").put("id", account);
    }
    cloudflare(event.putObject("cloudflare"), log);
    String serverName = text(log, "SNI");
    String domain = serverName == null ? null : domain(serverName);
    if (serverName != null) {
      event.putObject("tls").putObject("client").put("server_name", serverName);
    }
    endpoint(event, "destination", log, "DestinationIP", "DestinationPort", domain);
    endpoint(event, "source", log, "SourceIP", "SourcePort", null);
    String transport = firstText(log, "TransportProtocol", "Transport");
    if (transport != null) {
      event.putObject("network").put("transport", transport.toLowerCase(Locale.ROOT));
    }
    event.putObject("observer").put("type", "proxy").put("vendor", "Cloudflare");
    String device = text(log, "DeviceID");
    if (device != null) {
      event.putObject("device").put("id", device);
    }
    String host = text(log, "DeviceName");
    if (host != null) {
      event.putObject("host").put("hostname", host).put("name", host);
    }
    related(event, log, host, domain);
    user(event, log);
    return mapper.writeValueAsBytes(event);
  }

  private static void event(ObjectNode event, JsonNode log) {
    String action = text(log, "Action");
    event.putArray("category").add("network");
    event.put("dataset", "gateway_network");
    if (action != null) {
      event.put("action", action);
    }
    event.putArray("type").add(type(action == null ? "" : action.toLowerCase(Locale.ROOT)));
  }

  private static String type(String action) {
    if (action.startsWith("allow")) {
      return "allowed";
    }
    if (action.startsWith("block") || action.startsWith("deny") || action.startsWith("drop")) {
      return "denied";
    }
    return switch (action) {
      case "audit_ssh", "l4_override", "forward", "override", "isolate" -> "allowed";
      default -> "info";
    };
  }

  private static void cloudflare(ObjectNode cloudflare, JsonNode log) {
    for (String name : new String[] {"OverrideIP", "PolicyID", "PolicyName", "SessionID"}) {
      String value = text(log, name);
      if (value != null) {
        cloudflare.put(name, value);
      }
    }
    String internal = firstText(log, "SourceInternalIP", "InternalSourceIP");
    if (internal != null) {
      cloudflare.put("InternalSourceIP", internal);
    }
    JsonNode port = log.get("OverridePort");
    if (port != null && port.isInt()) {
      cloudflare.put("OverridePort", port.intValue());
    }
  }

  private static void endpoint(
      ObjectNode event, String name, JsonNode log, String ip, String port, String domain) {
    ObjectNode endpoint = event.objectNode();
    String address = text(log, ip);
    if (address != null) {
      endpoint.put("address", address);
      endpoint.put("ip", address);
    }
    if (domain != null) {
      endpoint.put("domain", domain);
    }
    JsonNode number = log.get(port);
    if (number != null && number.isInt() && number.intValue() > 0) {
      endpoint.put("port", number.intValue());
    }
    if (!endpoint.isEmpty()) {
      event.set(name, endpoint);
    }
  }

  private static void related(ObjectNode event, JsonNode log, String host, String domain) {
    TreeSet<String> ips = new TreeSet<>();
    add(ips, text(log, "DestinationIP"));
    add(ips, text(log, "SourceIP"));
    TreeSet<String> hosts = new TreeSet<>();
    add(hosts, host);
    add(hosts, domain);
    ObjectNode related = event.objectNode();
    array(related, "ip", ips);
    array(related, "hosts", hosts);
    if (!related.isEmpty()) {
      event.set("related", related);
    }
  }

  private static void add(Set<String> values, String value) {
    if (value != null) {
      values.add(value);
    }
  }

  private static void array(ObjectNode related, String name, Set<String> values) {
    if (!values.isEmpty()) {
      ArrayNode array = related.putArray(name);
      values.forEach(array::add);
    }
  }

  private static void user(ObjectNode event, JsonNode log) {
    String email = text(log, "Email");
    String id = text(log, "UserID");
    if (email != null || id != null) {
      ObjectNode user = event.putObject("user");
      if (email != null) {
        user.put("email", email);
      }
      if (id != null) {
        user.put("id", id);
      }
    }
  }

  private static String domain(String serverName) {
    String lower = serverName.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  private static String firstText(JsonNode log, String name, String otherwise) {
    String value = text(log, name);
    return value == null ? text(log, otherwise) : value;
  }

  private static String text(JsonNode log, String name) {
    JsonNode value = log.get(name);
    return value == null || !value.isTextual() || value.textValue().isEmpty()
        ? null
        : value.textValue();
  }
}
