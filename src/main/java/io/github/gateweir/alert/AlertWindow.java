package io.github.gateweir.alert;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gateweir.ecs.EcsTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * The alerts of a window that are alike: how many, when, of which events.
 *
 * @param count how many events raised them. An event that came twice counts once, as long as it is
 *     one of the first 100
 * @param firstNanos the time of the earliest event
 * @param lastNanos the time of the latest event
 * @param eventIds the ids of the first 100 that arrived
 */
public record AlertWindow(long count, long firstNanos, long lastNanos, String[] eventIds) {

  static final int MOST_IDS = 100;

  private static final ObjectMapper JSON =
      JsonMapper.builder(Json.factory())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  /** A window with its first alert. */
  public static AlertWindow of(AlertGroup group) {
    return new AlertWindow(
        1, group.epochNanos(), group.epochNanos(), new String[] {group.eventId()});
  }

  /** The window with another alert. */
  public AlertWindow with(AlertGroup group) {
    if (Arrays.asList(eventIds).contains(group.eventId())) {
      return this;
    }
    String[] ids = eventIds;
    if (ids.length < MOST_IDS) {
      ids = Arrays.copyOf(ids, ids.length + 1);
      ids[eventIds.length] = group.eventId();
    }
    return new AlertWindow(
        count + 1,
        Math.min(firstNanos, group.epochNanos()),
        Math.max(lastNanos, group.epochNanos()),
        ids);
  }

  /** Whether there is more to say than the first alert has said. */
  public boolean needsSummary() {
    return count > 1;
  }

  /**
   * The alert that sums the window up.
   *
   * @param first the alert that went out, of whose event it tells
   */
  public Alert summary(Alert first, AlertGroup group) {
    try {
      ObjectNode document = (ObjectNode) JSON.readTree(first.json());
      String id = group.summaryId();
      document.put(
          "message",
          "%s (%,d events like it in %s)"
              .formatted(document.path("message").asText(), count, length(group)));
      document.put("@timestamp", EcsTime.of(lastNanos));
      ObjectNode event = document.withObjectProperty("event");
      event.put("id", id);
      event.put("start", EcsTime.of(firstNanos));
      event.put("end", EcsTime.of(lastNanos));
      ObjectNode gateweir = document.withObjectProperty("gateweir");
      gateweir.remove("session");
      ObjectNode alert = gateweir.withObjectProperty("alert");
      alert.put("id", id);
      alert.put("kind", "summary");
      alert.put("first_id", first.id());
      alert.put("count", count);
      ArrayNode events = alert.putArray("events");
      for (String eventId : eventIds) {
        events.add(eventId);
      }
      return new Alert(
          id,
          first.rule(),
          first.level(),
          first.sessionId(),
          JSON.writeValueAsBytes(document),
          first.place(),
          null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String length(AlertGroup group) {
    long seconds = group.window() / 1000;
    return seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
  }
}
