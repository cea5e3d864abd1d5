package io.github.gateweir.job;

import io.github.gateweir.alert.Alert;
import io.github.gateweir.ecs.EcsEvent;
import io.github.gateweir.ecs.EcsField;
import io.github.gateweir.intel.LongDomains;
import io.github.gateweir.session.SessionRecord;

/** Takes from events what their sessions keep of them. */
final class SessionRecords {

  private static final int NO_PORT = -1;

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
        EcsField.DESTINATION_IP.first(event),
        domain,
        port == null ? NO_PORT : Integer.parseInt(port),
        EcsField.EVENT_ACTION.first(event),
        policy == null ? EcsField.CLOUDFLARE_POLICY_ID.first(event) : policy,
        EcsField.CLOUD_ACCOUNT_ID.first(event),
        EcsField.USER_ID.first(event),
        EcsField.USER_EMAIL.first(event),
        EcsField.DEVICE_ID.first(event),
        EcsField.HOST_NAME.first(event),
        EcsField.SOURCE_IP.first(event),
        longDomains.contains(domain),
        alerts,
        event.place());
  }
}
