package io.github.gateweir.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.gateweir.job.RunSummary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The documents of sessions and their alerts that the job has written, against the reference. */
final class WrittenSessions {
  private static final int LONG_DOMAINS = 3;
  private static final int LONG_DOMAIN_RECORDS = 50;

  private final SessionReference reference;
  private final Set<String> sessions = new HashSet<>();
  private final Set<String> ids = new HashSet<>();
  private final List<String> alerted = new ArrayList<>();

  WrittenSessions(SessionReference reference) {
    this.reference = reference;
  }

  /** Checks that a document is that of a session of the reference, and is the only one. */
  void addSession(JsonNode document) {
    SessionSummary session = SessionSummary.of(document);
    assertThat(reference.correlated(session.sessionId())).contains(session);
    assertThat(sessions.add(session.sessionId() + session.start()))
        .as("%s is written once", session)
        .isTrue();
    ids.add(document.at("/event/id").asText());
  }

  /** Checks that an alert tells of a session that has reached a threshold. */
  void addAlert(JsonNode alert) {
    assertThat(
            alert.at("/gateweir/session/long_domains").asLong() >= LONG_DOMAINS
                || alert.at("/gateweir/alert/count").asLong() >= LONG_DOMAIN_RECORDS)
        .as("%s has reached a threshold", alert)
        .isTrue();
    alerted.add(alert.at("/cloudflare/SessionID").asText());
  }

  /** Checks that nothing is missing, and the counts of the run. */
  void assertAll(RunSummary summary) {
    assertThat(reference.sessionIds())
        .flatMap(reference::correlated)
        .filteredOn(session -> !sessions.contains(session.sessionId() + session.start()))
        .as("sessions that are not written")
        .isEmpty();
    assertThat(ids).as("event.id").hasSameSizeAs(sessions);
    assertThat(summary.sessions()).isEqualTo(sessions.size());
    assertThat(alerted).isNotEmpty().containsExactlyInAnyOrderElementsOf(reference.alerted());
    assertThat(summary.alerts()).isEqualTo(alerted.size());
  }
}
