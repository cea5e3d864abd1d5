package io.github.gateweir.session;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.google.common.net.InetAddresses;
import io.github.gateweir.alert.RuleJson;
import io.github.gateweir.ecs.EcsJsonWriter;
import io.github.gateweir.ecs.EcsTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes a session as an ECS document, and what is known of it so far for alerts. */
public final class SessionJsonWriter {

  private static final JsonFactory JSON = new JsonFactory();

  private SessionJsonWriter() {}

  /** The document of a session that is over: UTF-8, no line end. */
  public static byte[] document(Session session) {
    return write(json -> writeDocument(json, session));
  }

  /** The object {@code gateweir.session} with what is known of a session so far. */
  public static byte[] soFar(Session session) {
    return write(json -> writeSession(json, session.interval()));
  }

  private static byte[] write(Step step) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(2048);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      step.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void writeDocument(JsonGenerator json, Session session) throws IOException {
    Interval interval = session.interval();
    json.writeStartObject();
    json.writeStringField("message", message(session));
    json.writeStringField("@timestamp", EcsTime.of(interval.last()));
    ecs(json);
    writeEvent(json, session);
    identity(json, interval);
    cloudflare(json, session);
    related(json, interval);
    json.writeObjectFieldStart("gateweir");
    json.writeFieldName("session");
    writeSession(json, interval);
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeEvent(JsonGenerator json, Session session) throws IOException {
    Interval interval = session.interval();
    json.writeObjectFieldStart("event");
    json.writeStringField("kind", "event");
    json.writeStringField("module", "gateweir");
    json.writeStringField("dataset", "gateweir.session");
    json.writeStringField("id", session.id());
    RuleJson.strings(json, "category", List.of("network", "session"));
    RuleJson.strings(json, "type", List.of("end"));
    json.writeStringField("start", EcsTime.of(interval.first()));
    json.writeStringField("end", EcsTime.of(interval.last()));
    json.writeNumberField("duration", interval.last() - interval.first());
    json.writeEndObject();
  }

  static void identity(JsonGenerator json, Interval interval) throws IOException {
    if (interval.account().value() != null) {
      json.writeObjectFieldStart("cloud");
      strings(json, "account", fields("id", interval.account().value()));
      json.writeEndObject();
    }
    strings(
        json, "user", fields("id", interval.userId().value(), "email", interval.email().value()));
    strings(json, "device", fields("id", interval.deviceId().value()));
    String name = interval.deviceName().value();
    strings(
        json, "host", fields("hostname", name, "id", interval.deviceId().value(), "name", name));
    String source = interval.source().value();
    strings(json, "source", fields("address", source, "ip", source));
  }

  static void cloudflare(JsonGenerator json, Session session) throws IOException {
    strings(json, "cloudflare", Map.of("SessionID", session.sessionId()));
  }

  static void ecs(JsonGenerator json) throws IOException {
    strings(json, "ecs", Map.of("version", EcsJsonWriter.ECS_VERSION));
  }

  static void related(JsonGenerator json, Interval interval) throws IOException {
    List<String> ips =
        Stream.concat(Stream.ofNullable(interval.source().value()), values(interval.destinations()))
            .filter(InetAddresses::isInetAddress)
            .distinct()
            .toList();
    List<String> hosts =
        Stream.concat(Stream.ofNullable(interval.deviceName().value()), values(interval.domains()))
            .distinct()
            .toList();
    List<String> users =
        Stream.of(interval.userId(), interval.email())
            .flatMap(user -> Stream.ofNullable(user.value()))
            .distinct()
            .toList();
    json.writeObjectFieldStart("related");
    RuleJson.strings(json, "ip", ips);
    RuleJson.strings(json, "hosts", hosts);
    RuleJson.strings(json, "user", users);
    json.writeEndObject();
  }

  private static void writeSession(JsonGenerator json, Interval interval) throws IOException {
    json.writeStartObject();
    json.writeStringField("start", EcsTime.of(interval.first()));
    json.writeStringField("end", EcsTime.of(interval.last()));
    json.writeNumberField("records", interval.records().count());
    json.writeBooleanField("records_exact", interval.records().exact());
    distinct(json, "destinations", interval.destinations(), false);
    distinct(json, "domains", interval.domains(), false);
    distinct(json, "ports", interval.ports(), true);
    distinct(json, "actions", interval.actions(), false);
    distinct(json, "policies", interval.policies(), false);
    String longest = interval.longestDomain();
    if (longest != null) {
      json.writeStringField("longest_domain", longest);
      json.writeNumberField("longest_domain_length", longest.length());
    }
    json.writeNumberField("long_domains", interval.longDomains());
    RuleJson.strings(json, "rules", interval.rules().values());
    RuleJson.strings(json, "disputed", disputed(interval));
    json.writeEndObject();
  }

  private static void distinct(
      JsonGenerator json, String name, DistinctValues distinct, boolean numbers)
      throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("count", distinct.count());
    json.writeArrayFieldStart("values");
    if (numbers) {
      for (int value : values(distinct).mapToInt(Integer::parseInt).sorted().toArray()) {
        json.writeNumber(value);
      }
    } else {
      for (String value : distinct.values()) {
        json.writeString(value);
      }
    }
    json.writeEndArray();
    json.writeBooleanField("truncated", distinct.truncated());
    json.writeEndObject();
  }

  /** The fields on which the records of the session disagree. */
  private static List<String> disputed(Interval interval) {
    Map<String, Agreed> fields = new TreeMap<>();
    fields.put("cloud.account.id", interval.account());
    fields.put("device.id", interval.deviceId());
    fields.put("host.name", interval.deviceName());
    fields.put("source.ip", interval.source());
    fields.put("user.email", interval.email());
    fields.put("user.id", interval.userId());
    List<String> disputed = new ArrayList<>();
    fields.forEach(
        (name, agreed) -> {
          if (agreed.disputed()) {
            disputed.add(name);
          }
        });
    return disputed;
  }

  /** Who, how much, where and how long, in one sentence. */
  static String message(Session session) {
    Interval interval = session.interval();
    long records = session.records();
    long destinations = interval.destinations().count();
    Duration duration = Duration.ofNanos(interval.last() - interval.first());
    return "Session of %s: %d %s to %d %s in %d s"
        .formatted(
            who(interval),
            records,
            records == 1 ? "record" : "records",
            destinations,
            destinations == 1 ? "destination" : "destinations",
            duration.toSeconds());
  }

  /** Whose session it is: the user, else the device, else the address. */
  static String who(Interval interval) {
    return Stream.of(interval.email(), interval.userId(), interval.deviceName(), interval.source())
        .flatMap(agreed -> Stream.ofNullable(agreed.value()))
        .findFirst()
        .orElse("an unknown user");
  }

  private static Stream<String> values(DistinctValues distinct) {
    return distinct.values().stream();
  }

  private static Map<String, String> fields(@Nullable String... namesAndValues) {
    Map<String, String> fields = new TreeMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      String name = namesAndValues[i];
      String value = namesAndValues[i + 1];
      if (name != null && value != null) {
        fields.put(name, value);
      }
    }
    return fields;
  }

  private static void strings(JsonGenerator json, String name, Map<String, String> fields)
      throws IOException {
    if (fields.isEmpty()) {
      return;
    }
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, String> field : fields.entrySet()) {
      json.writeStringField(field.getKey(), field.getValue());
    }
    json.writeEndObject();
  }

  @FunctionalInterface
  private interface Step {
    void write(JsonGenerator json) throws IOException;
  }
}
