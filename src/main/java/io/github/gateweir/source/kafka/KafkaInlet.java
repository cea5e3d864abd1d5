package io.github.gateweir.source.kafka;

import io.github.gateweir.config.EventTimeSettings;
import io.github.gateweir.config.KafkaSourceSettings;
import io.github.gateweir.gateway.RawRecord;
import io.github.gateweir.job.Inlet;
import io.github.gateweir.job.OperatorIds;
import io.github.gateweir.source.RecordTime;
import io.github.gateweir.source.Sources;
import java.util.Properties;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;

/** Reads raw records from Kafka topics, with watermarks per partition. */
public final class KafkaInlet implements Inlet {

  private final KafkaSourceSettings kafka;
  private final EventTimeSettings eventTime;
  private final int longest;

  /** An inlet for logs in these topics. */
  public KafkaInlet(KafkaSourceSettings kafka, EventTimeSettings eventTime) {
    this(kafka, eventTime, RawRecord.MAX_LENGTH);
  }

  /**
   * An inlet for lines of another length.
   *
   * @param longest how many bytes of a line are kept
   */
  public KafkaInlet(KafkaSourceSettings kafka, EventTimeSettings eventTime, int longest) {
    this.kafka = kafka;
    this.eventTime = eventTime;
    this.longest = longest;
  }

  @Override
  public DataStream<RawRecord> read(StreamExecutionEnvironment env) {
    if (kafka.bounded()) {
      // Without idleness: a partition that is read to its end no longer counts anyway, and beside
      // an idle one it would end event time (FLINK-38477).
      RecordTime time = RecordTime.following(eventTime.outOfOrderness(), eventTime.maxAhead());
      return env.fromSource(new EndingKafkaSource(source()), time, "kafka")
          .uid(OperatorIds.KAFKA_SOURCE);
    }
    return Sources.keepEventTime(
        env.fromSource(source(), Sources.streaming(eventTime), "kafka")
            .uid(OperatorIds.KAFKA_SOURCE),
        eventTime);
  }

  private KafkaSource<RawRecord> source() {
    Properties properties = new Properties();
    // What a transaction has thrown away is not to be read, unless somebody insists.
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.putAll(kafka.properties());
    KafkaSourceBuilder<RawRecord> builder =
        KafkaSource.<RawRecord>builder()
            .setProperties(properties)
            .setBootstrapServers(kafka.bootstrapServers())
            .setGroupId(kafka.groupId())
            .setStartingOffsets(startingOffsets())
            .setDeserializer(new RawRecordDeserializer(longest));
    if (kafka.topicPattern() == null) {
      builder.setTopics(kafka.topics());
    } else {
      builder.setTopicPattern(kafka.topicPattern());
    }
    if (kafka.bounded()) {
      builder.setBounded(OffsetsInitializer.latest());
    }
    return builder.build();
  }

  // The connector still takes this enum, which the client has given up.
  @SuppressWarnings("deprecation")
  private OffsetsInitializer startingOffsets() {
    return switch (kafka.startingOffsets().from()) {
      case COMMITTED -> OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST);
      case EARLIEST -> OffsetsInitializer.earliest();
      case LATEST -> OffsetsInitializer.latest();
      case TIME -> OffsetsInitializer.timestamp(kafka.startingOffsets().time().toEpochMilli());
    };
  }
}
