package io.github.gateweir.job;

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
  public static final String RENDER_EVENTS = "render-events";
  public static final String RENDER_DEAD_LETTERS = "render-dead-letters";
  public static final String EVENTS = "events";
  public static final String DEAD_LETTERS = "dead-letters";

  private OperatorIds() {}
}
