package io.github.gateweir.config;

import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/** The key that chooses the source. */
public final class SourceOptions {

  public static final ConfigOption<SourceType> TYPE =
      ConfigOptions.key("gateweir.source.type")
          .enumType(SourceType.class)
          .defaultValue(SourceType.FILES)
          .withDescription("Where the records come from: files or kafka.");

  static final List<Key<?>> KEYS = List.of(new Key<>(TYPE, Domain.oneOf(SourceType.class)));

  private SourceOptions() {}
}
