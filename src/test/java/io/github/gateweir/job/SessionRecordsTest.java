package io.github.gateweir.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gateweir.alert.Alert;
import io.github.gateweir.ecs.EcsEvent;
import io.github.gateweir.session.SessionRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a session keeps of events as the mapping makes them. */
class SessionRecordsTest {

  @Test
  void takesTheFieldsOfASession() {
    EcsEvent event =
        event(
            """
            "SessionID":"s1","Email":"Ann@example.com","UserID":"u1","DeviceID":"d1",\
            "DeviceName":"laptop","SourceIP":"10.0.0.1","DestinationIP":"192.0.2.1",\
            "DestinationPort":443,"SNI":"One.Example","Action":"block","PolicyName":"No",\
            "PolicyID":"p1","AccountID":"acc"
            """);
    SessionRecord record = only(event);

    assertThat(record.sessionId()).isEqualTo("s1");
    assertThat(record.eventId()).isEqualTo(EventId.of(event).high());
    assertThat(record.epochNanos()).isEqualTo(Records.NOON * 1_000_000 + 123_456_789);
    assertThat(record.epochMillis()).isEqualTo(Records.NOON + 123);
    assertThat(record.destination()).isEqualTo("192.0.2.1");
    assertThat(record.domain()).isEqualTo("one.example");
    assertThat(record.port()).isEqualTo(443);
    assertThat(record.policy()).isEqualTo("No");
    assertThat(record.account()).isEqualTo("acc");
    assertThat(record.userId()).isEqualTo("u1");
    assertThat(record.email()).isEqualToIgnoringCase("ann@example.com");
    assertThat(record.deviceId()).isEqualTo("d1");
    assertThat(record.deviceName()).isEqualTo("laptop");
    assertThat(record.source()).isEqualTo("10.0.0.1");
    assertThat(record.action()).isEqualTo("block");
    assertThat(record.longDomain()).isFalse();
    assertThat(record.alerts()).isEmpty();
    assertThat(record.place()).isEqualTo(event.place());
  }

  @Test
  void takesThePolicysIdWhenItHasNoName() {
    assertThat(only(event("\"SessionID\":\"s1\",\"PolicyID\":\"p1\"")).policy()).isEqualTo("p1");
  }

  @Test
  void whatTheEventDoesNotSayIsUnknown() {
    SessionRecord record = only(event("\"SessionID\":\"s1\""));

    assertThat(record.port()).isEqualTo(-1);
    assertThat(record.domain()).isNull();
    assertThat(record.destination()).isNull();
    assertThat(record.policy()).isNull();
    assertThat(record.userId()).isNull();
    assertThat(record.email()).isNull();
    assertThat(record.deviceName()).isNull();
    assertThat(record.longDomain()).isFalse();
  }

  @Test
  void knowsLongDomains() {
    assertThat(only(withDomain("x".repeat(60) + "." + "y".repeat(27) + ".example")).longDomain())
        .as("96 characters")
        .isTrue();
    assertThat(only(withDomain("x".repeat(60) + "." + "y".repeat(26) + ".example")).longDomain())
        .as("95 characters")
        .isFalse();
    assertThat(only(withDomain("x".repeat(60) + "." + "y".repeat(60) + ".akadns.net")).longDomain())
        .as("ordinary there")
        .isFalse();
  }

  @Test
  void anEventWithoutSessionBelongsToNone() {
    assertThat(recordOf(event("\"SourceIP\":\"10.0.0.1\""))).isNull();
    assertThat(recordOf(event("\"SessionID\":\"\",\"SourceIP\":\"10.0.0.1\""))).isNull();
  }

  @Test
  void anEventOfSuspectTimeIsLeftOut() {
    for (String year : List.of("2099", "1970")) {
      EcsEvent event = event(year + "-01-01T00:00:00Z", "\"SessionID\":\"s1\"");
      assertThat(event.timestampSuspect()).isTrue();
      assertThat(recordOf(event)).isNull();
    }
  }

  private static EcsEvent withDomain(String domain) {
    return event("\"SessionID\":\"s1\",\"SNI\":\"" + domain + "\"");
  }

  private static EcsEvent event(String members) {
    return event("2026-01-02T12:00:00.123456789Z", members);
  }

  private static EcsEvent event(String time, String members) {
    String line = "{\"Datetime\":\"%s\",%s}".formatted(time, members.strip());
    return Records.mapped(Records.line(line)).event();
  }

  private static SessionRecord only(EcsEvent event) {
    SessionRecord record = recordOf(event);
    assertThat(record).isNotNull();
    return record;
  }

  private static SessionRecord recordOf(EcsEvent event) {
    return new SessionRecords().of(event, new Alert[0]);
  }
}
