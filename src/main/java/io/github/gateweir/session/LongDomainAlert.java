package io.github.gateweir.session;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.gateweir.alert.Alert;
import io.github.gateweir.alert.AlertId;
import io.github.gateweir.alert.AlertRule;
import io.github.gateweir.alert.Level;
import io.github.gateweir.alert.RuleJson;
import io.github.gateweir.ecs.EcsTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The detection of long domains in one session: several different ones, or one again and again. It
 * is judged when a record arrives, and raises one alert for a SessionID.
 */
public final class LongDomainAlert {

  /** The detection, as its alerts tell of it. */
  public static final AlertRule RULE =
      new AlertRule(
          "3b1b7a0e-7f0c-4f0b-9d57-0a8f6d3f2c11",
          "Correlation Potential DNS Tunnel",
          "1",
          "One session names several unusually long domains, as a tunnel does that carries data in"
              + " host names.",
          Level.HIGH,
          "Gateweir",
          List.of(),
          List.of("attack.command-and-control", "attack.t1071.004"),
          List.of("A content delivery network with long host names that is not known yet"),
          "gateweir");

  private static final JsonFactory JSON = new JsonFactory();

  private final int domains;
  private final int records;

  /**
   * A detection.
   *
   * @param domains how many distinct long domains raise it
   * @param records how many records with a long domain raise it
   */
  public LongDomainAlert(int domains, int records) {
    this.domains = domains;
    this.records = records;
  }

  /** Whether the session, so far, raises the alert. */
  public boolean isRaisedBy(Session session) {
    return session.longDomains() >= domains || session.longDomainRecords() >= records;
  }

  /** The alert on a session, raised by a record of it. */
  public static Alert alert(Session session, SessionRecord record) {
    String id = AlertId.of(RULE.id(), RULE.version(), session.sessionId());
    ByteArrayOutputStream out = new ByteArrayOutputStream(2048);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      write(json, id, session, record);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Alert(
        id,
        RULE.name(),
        RULE.level().label(),
        session.sessionId(),
        out.toByteArray(),
        record.place(),
        null);
  }

  private static void write(JsonGenerator json, String id, Session session, SessionRecord record)
      throws IOException {
    Interval interval = session.interval();
    json.writeStartObject();
    json.writeStringField("message", message(session));
    json.writeStringField("@timestamp", EcsTime.of(record.epochNanos()));
    SessionJsonWriter.ecs(json);
    json.writeObjectFieldStart("event");
    json.writeStringField("id", id);
    RuleJson.event(json, RULE);
    json.writeStringField("start", EcsTime.of(interval.first()));
    json.writeStringField("end", EcsTime.of(interval.last()));
    json.writeEndObject();
    RuleJson.rule(json, RULE);
    RuleJson.threat(json, RULE);
    SessionJsonWriter.identity(json, interval);
    SessionJsonWriter.cloudflare(json, session);
    SessionJsonWriter.related(json, interval);
    json.writeObjectFieldStart("gateweir");
    RuleJson.own(json, RULE);
    json.writeObjectFieldStart("alert");
    json.writeStringField("id", id);
    json.writeStringField("kind", "session");
    json.writeNumberField("count", session.longDomainRecords());
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static String message(Session session) {
    return "%s: the session of %s named %d unusually long %s in %d %s, the longest of %d characters"
        .formatted(
            RULE.name(),
            SessionJsonWriter.who(session.interval()),
            session.longDomains(),
            session.longDomains() == 1 ? "domain" : "domains",
            session.longDomainRecords(),
            session.longDomainRecords() == 1 ? "record" : "records",
            session.longestDomainLength());
  }
}
