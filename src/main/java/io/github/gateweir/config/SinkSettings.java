package io.github.gateweir.config;

import org.apache.flink.configuration.ReadableConfig;
import org.jspecify.annotations.Nullable;

/**
 * Where the streams go.
 *
 * @param events the kind of sink for ECS events
 * @param deadLetters the kind of sink for dead letters
 * @param files the files, for the streams that go to files
 * @param kafka the topics, for the streams that go to Kafka; null when none does
 * @param elasticsearch the cluster, for the streams that go to Elasticsearch; null when none does
 *     and no host is named either
 */
public record SinkSettings(
    SinkType events,
    SinkType deadLetters,
    FileSinkSettings files,
    @Nullable KafkaSinkSettings kafka,
    @Nullable ElasticsearchSettings elasticsearch) {

  static SinkSettings of(ReadableConfig config) {
    SinkType events = config.get(SinkOptions.EVENTS);
    SinkType deadLetters = config.get(SinkOptions.DEAD_LETTERS);
    boolean kafka = events == SinkType.KAFKA || deadLetters == SinkType.KAFKA;
    boolean elasticsearch =
        events == SinkType.ELASTICSEARCH
            || deadLetters == SinkType.ELASTICSEARCH
            || config.getOptional(ElasticsearchOptions.HOSTS).isPresent();
    return new SinkSettings(
        events,
        deadLetters,
        FileSinkSettings.of(config),
        kafka ? KafkaSinkSettings.of(config) : null,
        elasticsearch ? ElasticsearchSettings.of(config) : null);
  }

  /** Whether a stream goes to a sink of this kind. */
  public boolean uses(SinkType type) {
    return events == type || deadLetters == type;
  }
}
