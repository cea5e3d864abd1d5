package io.github.gateweir.config;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.configuration.ReadableConfig;

/**
 * Kafka topics to write.
 *
 * @param bootstrapServers some of the brokers, {@code host:port} separated by commas
 * @param delivery what is promised after a failure
 * @param topics the topic of each stream
 * @param transactionTimeout how long a transaction may stay open, for exactly-once
 * @param transactionalIdPrefix with what the transactional ids begin; each stream adds its name
 * @param maxRecordSize the largest record in bytes, with key and overhead; also what the producer's
 *     {@code max.request.size} must be
 * @param properties more properties for the producer
 */
public record KafkaSinkSettings(
    String bootstrapServers,
    Delivery delivery,
    Map<SinkStream, String> topics,
    Duration transactionTimeout,
    String transactionalIdPrefix,
    int maxRecordSize,
    Map<String, String> properties) {

  /**
   * What Kafka needs for a batch with one record besides key and value, in bytes: 61 for the batch,
   * at most 21 for the record and its lengths, and some to spare.
   */
  static final int OVERHEAD = 128;

  static KafkaSinkSettings of(ReadableConfig config) {
    return new KafkaSinkSettings(
        config
            .getOptional(KafkaSinkOptions.BOOTSTRAP_SERVERS)
            .orElseThrow(
                () ->
                    new SettingsException(
                        KafkaSinkOptions.BOOTSTRAP_SERVERS.key()
                            + " is missing: a stream goes to kafka, so name some of the brokers,"
                            + " such as \"kafka-1:9092\".")),
        config.get(KafkaSinkOptions.DELIVERY),
        topics(config),
        config.get(KafkaSinkOptions.TRANSACTION_TIMEOUT),
        config.get(KafkaSinkOptions.TRANSACTIONAL_ID_PREFIX),
        Math.toIntExact(config.get(KafkaSinkOptions.MAX_RECORD_SIZE).getBytes()),
        Map.copyOf(config.get(KafkaSinkOptions.PROPERTIES)));
  }

  private static Map<SinkStream, String> topics(ReadableConfig config) {
    Map<SinkStream, String> topics = new EnumMap<>(SinkStream.class);
    for (SinkStream stream : SinkStream.values()) {
      topics.put(stream, config.get(stream.topic()));
    }
    return topics;
  }

  /** The topic of a stream. */
  public String topic(SinkStream stream) {
    return topics.get(stream);
  }

  /** The most that the brokers take of a record's key and value together, in bytes. */
  public int maxDocumentBytes() {
    return maxRecordSize - OVERHEAD;
  }

  /** The settings without their texts, which may be secret. */
  @Override
  public String toString() {
    return Described.of(this);
  }
}
