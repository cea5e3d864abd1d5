package io.github.gateweir.config;

import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/** The keys of event time: how the job decides how far time has come. */
public final class EventTimeOptions {

  public static final ConfigOption<Duration> OUT_OF_ORDERNESS =
      ConfigOptions.key("gateweir.event-time.out-of-orderness")
          .durationType()
          .defaultValue(Duration.ofMinutes(5))
          .withDescription(
              "How far a record may lie behind the newest one of its file or Kafka partition"
                  + " before it counts as late. Logpush batches arrive 30 to 300 s late.");

  public static final ConfigOption<Duration> IDLENESS =
      ConfigOptions.key("gateweir.event-time.idleness")
          .durationType()
          .defaultValue(Duration.ofSeconds(30))
          .withDescription(
              "After how long without a record a file or Kafka partition no longer holds event time"
                  + " back. It does not apply to bounded files.");

  public static final ConfigOption<Duration> QUIET =
      ConfigOptions.key("gateweir.event-time.quiet")
          .durationType()
          .defaultValue(Duration.ofMinutes(2))
          .withDescription(
              "After how long without a record from any input event time advances with the wall"
                  + " clock, so that a quiet night closes its sessions. It does not apply to"
                  + " bounded files.");

  public static final ConfigOption<Duration> MAX_AHEAD =
      ConfigOptions.key("gateweir.event-time.max-ahead")
          .durationType()
          .defaultValue(Duration.ofMinutes(10))
          .withDescription(
              "How far a record's timestamp may lie ahead of the wall clock. One that is further"
                  + " ahead is marked as suspect and does not move event time.");

  static final List<Key<?>> KEYS =
      List.of(
          new Key<>(OUT_OF_ORDERNESS, Domain.duration()),
          new Key<>(IDLENESS, Domain.positiveDuration()),
          new Key<>(QUIET, Domain.positiveDuration()),
          new Key<>(MAX_AHEAD, Domain.duration()));

  private EventTimeOptions() {}
}
