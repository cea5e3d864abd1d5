package io.github.gateweir.config;

import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/** The key of deduplication. */
public final class DedupOptions {

  public static final ConfigOption<Duration> WINDOW =
      ConfigOptions.key("gateweir.dedup.window")
          .durationType()
          .defaultValue(Duration.ZERO)
          .withDescription(
              "How long, in event time, the job remembers an event.id and drops the events that have"
                  + " the same, counted as ignored; 0 turns this off. It sends every event over the"
                  + " network to the task that has its session, and keeps 16 bytes and a time for"
                  + " each event of the window in Flink's state. With bounded files event time"
                  + " stands still up to their end, so the window is the whole input and the state"
                  + " grows with it.");

  static final List<Key<?>> KEYS = List.of(new Key<>(WINDOW, Domain.duration()));

  private DedupOptions() {}
}
