package io.github.gateweir.job;

import io.github.gateweir.alert.Alert;
import io.github.gateweir.ecs.EcsEvent;
import io.github.gateweir.ecs.EcsField;
import io.github.gateweir.intel.LongDomains;
import io.github.gateweir.session.SessionRecord;

/** Takes from events what their sessions keep of them. */
final class SessionRecords {

  private static final int NO_PORT = -1;
  private static final int LONGEST_TEXT = 1_024;

  private final LongDomains longDomains = LongDomains.shipped();

  /**
   * What the session keeps of an event. Null for an event without SessionID, which belongs to none,
   * and for one whose time cannot be right, because it would hold a session open for years.
   */
  SessionRecord of(EcsEvent event, Alert[] alerts) {
    String sessionId = event.sessionId();
    if (sessionId == null || event.timestampSuspect()) {
      return null;
    }
    String domain = EcsField.DESTINATION_DOMAIN.first(event);
    String port = EcsField.DESTINATION_PORT.first(event);
    String policy = EcsField.CLOUDFLARE_POLICY_NAME.first(event);
    return new SessionRecord(
        sessionId,
        EventId.of(event).high(),
        event.epochNanos(),
        text(EcsField.DESTINATION_IP, event),
        cut(domain),
        port == null ? NO_PORT : Integer.parseInt(port),
        text(EcsField.EVENT_ACTION, event),
        policy == null ? text(EcsField.CLOUDFLARE_POLICY_ID, event) : cut(policy),
        text(EcsField.CLOUD_ACCOUNT_ID, event),
        text(EcsField.USER_ID, event),
        text(EcsField.USER_EMAIL, event),
        text(EcsField.DEVICE_ID, event),
        text(EcsField.HOST_NAME, event),
        text(EcsField.SOURCE_IP, event),
        longDomains.contains(domain),
        alerts,
        event.place());
  }

  private static String text(EcsField field, EcsEvent event) {
    return cut(field.first(event));
  }

  /** What a session keeps of a text: a record may hold one of 256 KiB. */
  private static String cut(String text) {
    return text == null || text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
  }
}
