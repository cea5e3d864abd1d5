package io.github.gateweir.config;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.ReadableConfig;
import org.jspecify.annotations.Nullable;

/**
 * Where the streams go.
 *
 * @param types the kind of sink of each stream
 * @param files the files, for the streams that go to files
 * @param kafka the topics, for the streams that go to Kafka; null when none does
 * @param elasticsearch the cluster, for the streams that go to Elasticsearch; null when none does
 *     and no host is named either
 */
public record SinkSettings(
    Map<SinkStream, SinkType> types,
    FileSinkSettings files,
    @Nullable KafkaSinkSettings kafka,
    @Nullable ElasticsearchSettings elasticsearch) {

  static SinkSettings of(ReadableConfig config) {
    Map<SinkStream, SinkType> types = new EnumMap<>(SinkStream.class);
    for (SinkStream stream : SinkStream.values()) {
      SinkType type = config.get(stream.sink());
      types.put(stream, type == null ? types.get(SinkStream.EVENTS) : type);
    }
    boolean elasticsearch =
        types.containsValue(SinkType.ELASTICSEARCH)
            || config.getOptional(ElasticsearchOptions.HOSTS).isPresent();
    return new SinkSettings(
        types,
        FileSinkSettings.of(config),
        types.containsValue(SinkType.KAFKA) ? KafkaSinkSettings.of(config) : null,
        elasticsearch ? ElasticsearchSettings.of(config) : null);
  }

  /** The kind of sink that a stream goes to. */
  public SinkType type(SinkStream stream) {
    return types.get(stream);
  }

  /** Whether a stream goes to a sink of this kind. */
  public boolean uses(SinkType type) {
    return types.containsValue(type);
  }

  /** The streams that go to a sink of this kind. */
  public List<SinkStream> streams(SinkType type) {
    return Arrays.stream(SinkStream.values()).filter(stream -> type(stream) == type).toList();
  }
}
