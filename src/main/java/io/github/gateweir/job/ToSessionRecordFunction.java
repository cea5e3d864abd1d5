package io.github.gateweir.job;

import io.github.gateweir.alert.Alert;
import io.github.gateweir.ecs.EcsEvent;
import io.github.gateweir.ecs.EcsField;
import io.github.gateweir.intel.LongDomains;
import io.github.gateweir.session.SessionRecord;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;

/**
 * Takes from an event what its session keeps of it. An event without SessionID belongs to none, and
 * one whose time cannot be right is left out, because it would hold a session open for years.
 */
final class ToSessionRecordFunction extends RichFlatMapFunction<EcsEvent, SessionRecord> {

  private static final long serialVersionUID = 1L;
  private static final Alert[] NO_ALERTS = {};
  private static final int NO_PORT = -1;

  private transient LongDomains longDomains;

  @Override
  public void open(OpenContext context) {
    longDomains = LongDomains.shipped();
  }

  @Override
  public void flatMap(EcsEvent event, Collector<SessionRecord> out) {
    String sessionId = event.sessionId();
    if (sessionId != null && !event.timestampSuspect()) {
      out.collect(record(sessionId, event));
    }
  }

  private SessionRecord record(String sessionId, EcsEvent event) {
    String domain = text(EcsField.DESTINATION_DOMAIN, event);
    String port = text(EcsField.DESTINATION_PORT, event);
    String policy = text(EcsField.CLOUDFLARE_POLICY_NAME, event);
    return new SessionRecord(
        sessionId,
        EventId.of(event).high(),
        event.epochNanos(),
        text(EcsField.DESTINATION_IP, event),
        domain,
        port == null ? NO_PORT : Integer.parseInt(port),
        text(EcsField.EVENT_ACTION, event),
        policy == null ? text(EcsField.CLOUDFLARE_POLICY_ID, event) : policy,
        text(EcsField.CLOUD_ACCOUNT_ID, event),
        text(EcsField.USER_ID, event),
        text(EcsField.USER_EMAIL, event),
        text(EcsField.DEVICE_ID, event),
        text(EcsField.HOST_NAME, event),
        text(EcsField.SOURCE_IP, event),
        longDomains.contains(domain),
        NO_ALERTS,
        event.place());
  }

  private static String text(EcsField field, EcsEvent event) {
    List<String> values = field.values(event);
    return values.isEmpty() ? null : values.get(0);
  }
}
