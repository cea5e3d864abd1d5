package io.github.gateweir.config;

import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/** The keys that choose the sink of each stream. */
public final class SinkOptions {

  public static final ConfigOption<SinkType> EVENTS =
      ConfigOptions.key("gateweir.sink.events")
          .enumType(SinkType.class)
          .defaultValue(SinkType.FILES)
          .withDescription("Where the ECS events go: files, kafka, elasticsearch or stdout.");

  public static final ConfigOption<SinkType> DEAD_LETTERS =
      ConfigOptions.key("gateweir.sink.dead-letters")
          .enumType(SinkType.class)
          .defaultValue(SinkType.FILES)
          .withDescription(
              "Where the records go that could not be mapped, with the reason: files, kafka,"
                  + " elasticsearch or stdout.");

  static final List<Key<?>> KEYS =
      List.of(
          new Key<>(EVENTS, Domain.oneOf(SinkType.class)),
          new Key<>(DEAD_LETTERS, Domain.oneOf(SinkType.class)));

  private SinkOptions() {}
}
