package io.github.gateweir.job;

import io.github.gateweir.config.SinkStream;

/**
 * The uids of the job's operators: what a savepoint finds its state by. They are part of the public
 * interface, so one is only ever added, never changed or used for something else.
 */
public final class OperatorIds {

  public static final String FILE_SOURCE = "file-source";
  public static final String KAFKA_SOURCE = "kafka-source";
  public static final String READ_DEAD_LETTERS = "read-dead-letters";
  public static final String REPLAY_EVENT_TIME = "replay-event-time";
  public static final String KEEP_EVENT_TIME = "keep-event-time";
  public static final String MAP_TO_ECS = "map-to-ecs";
  public static final String ROUTE = "route";
  public static final String DEDUPLICATE = "deduplicate";
  public static final String RENDER_EVENTS = "render-events";
  public static final String DETECT = "detect";
  public static final String CORRELATE_SESSIONS = "correlate-sessions";
  public static final String SUPPRESS_ALERTS = "suppress-alerts";
  public static final String RENDER_ALERTS = "render-alerts";
  public static final String LOG_LATE_RECORDS = "log-late-records";
  public static final String RENDER_DEAD_LETTERS = "render-dead-letters";

  private OperatorIds() {}

  /**
   * The uid of a stream's sink, such as {@code dead-letters-to-kafka}. Sinks of different kinds
   * cannot read each other's state, so each has its own.
   *
   * @param kind the kind of sink, as the settings call it
   */
  public static String sink(SinkStream stream, String kind) {
    return stream.label() + "-to-" + kind;
  }
}
