package io.github.gateweir.config;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.flink.configuration.ReadableConfig;
import org.jspecify.annotations.Nullable;

/**
 * Kafka topics to read.
 *
 * @param bootstrapServers some of the brokers, {@code host:port} separated by commas
 * @param topics the topics; empty when there is a pattern
 * @param topicPattern what the whole name of a topic must match; null when there is a list
 * @param groupId the consumer group
 * @param startingOffsets where a job without checkpoint begins
 * @param bounded whether to end at the offsets that are the end at the start
 * @param properties more properties for the consumer
 */
public record KafkaSourceSettings(
    String bootstrapServers,
    List<String> topics,
    @Nullable Pattern topicPattern,
    String groupId,
    StartingOffsets startingOffsets,
    boolean bounded,
    Map<String, String> properties)
    implements SourceSettings {

  static KafkaSourceSettings of(ReadableConfig config) {
    return new KafkaSourceSettings(
        config
            .getOptional(KafkaSourceOptions.BOOTSTRAP_SERVERS)
            .orElseThrow(() -> missing(KafkaSourceOptions.BOOTSTRAP_SERVERS.key() + " is missing")),
        List.copyOf(config.getOptional(KafkaSourceOptions.TOPICS).orElse(List.of())),
        config.getOptional(KafkaSourceOptions.TOPIC_PATTERN).map(Pattern::compile).orElse(null),
        config.get(KafkaSourceOptions.GROUP_ID),
        StartingOffsets.parse(config.get(KafkaSourceOptions.STARTING_OFFSETS)),
        config.get(KafkaSourceOptions.BOUNDED),
        Map.copyOf(config.get(KafkaSourceOptions.PROPERTIES)));
  }

  private static SettingsException missing(String what) {
    return new SettingsException(
        what
            + ": gateweir.source.type is kafka, so name some of the brokers, such as"
            + " \"kafka-1:9092\".");
  }

  /** Whether a topic is among those that are read. */
  boolean reads(String topic) {
    return topicPattern == null ? topics.contains(topic) : topicPattern.matcher(topic).matches();
  }

  /** The settings without their texts, which may be secret. */
  @Override
  public String toString() {
    return Described.of(this);
  }
}
