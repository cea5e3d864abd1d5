package io.github.gateweir.sink.kafka;

import io.github.gateweir.config.Delivery;
import io.github.gateweir.config.KafkaSinkSettings;
import io.github.gateweir.config.SinkStream;
import io.github.gateweir.gateway.DeadLetter;
import io.github.gateweir.job.OperatorIds;
import io.github.gateweir.job.Outlet;
import io.github.gateweir.sink.Document;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes documents to a Kafka topic; the key is the document's, so a session stays together. */
public final class KafkaOutlet implements Outlet {

  private final SinkStream stream;
  private final String topic;
  private final KafkaSinkSettings settings;

  /**
   * An outlet for one stream.
   *
   * @param stream the stream, whose name is part of the transactional ids
   */
  public KafkaOutlet(SinkStream stream, String topic, KafkaSinkSettings settings) {
    this.stream = stream;
    this.topic = topic;
    this.settings = settings;
  }

  @Override
  public Optional<DataStream<DeadLetter>> write(DataStream<Document> documents) {
    KafkaSink<Document> sink =
        KafkaSink.<Document>builder()
            .setBootstrapServers(settings.bootstrapServers())
            .setKafkaProducerConfig(properties())
            .setDeliveryGuarantee(
                settings.delivery() == Delivery.EXACTLY_ONCE
                    ? DeliveryGuarantee.EXACTLY_ONCE
                    : DeliveryGuarantee.AT_LEAST_ONCE)
            .setTransactionalIdPrefix(settings.transactionalIdPrefix() + "-" + stream)
            .setRecordSerializer(new DocumentSerializer(topic))
            .build();
    documents.sinkTo(sink).uid(OperatorIds.sink(stream, "kafka")).name(stream + " to Kafka");
    return Optional.empty();
  }

  @Override
  public int maxDocumentBytes() {
    return settings.maxDocumentBytes();
  }

  private Properties properties() {
    Properties properties = new Properties();
    properties.putAll(settings.properties());
    properties.put(
        ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Integer.toString(settings.maxRecordSize()));
    if (settings.delivery() == Delivery.EXACTLY_ONCE) {
      properties.put(
          ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
          Long.toString(settings.transactionTimeout().toMillis()));
    }
    return properties;
  }

  /**
   * The records carry no timestamp, so the broker's clock counts: with the event's time, old logs
   * would fall to the topic's retention at once, and one far in the future would be refused.
   */
  private static final class DocumentSerializer
      implements KafkaRecordSerializationSchema<Document> {

    private static final long serialVersionUID = 1L;

    private final String topic;

    DocumentSerializer(String topic) {
      this.topic = topic;
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
        Document document, KafkaSinkContext context, Long timestamp) {
      byte[] key = document.key() == null ? null : document.key().getBytes(StandardCharsets.UTF_8);
      return new ProducerRecord<>(topic, key, document.json());
    }
  }
}
