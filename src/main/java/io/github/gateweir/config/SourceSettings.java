package io.github.gateweir.config;

import org.apache.flink.configuration.ReadableConfig;

/** Where the records come from. */
public sealed interface SourceSettings permits FileSourceSettings, KafkaSourceSettings {

  /** Whether the source ends by itself. */
  boolean bounded();

  static SourceSettings of(ReadableConfig config) {
    return switch (config.get(SourceOptions.TYPE)) {
      case FILES -> FileSourceSettings.of(config);
      case KAFKA -> KafkaSourceSettings.of(config);
    };
  }
}
