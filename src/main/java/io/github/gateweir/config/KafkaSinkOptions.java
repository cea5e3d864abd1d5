package io.github.gateweir.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.MemorySize;

/** The keys of the Kafka sink. */
public final class KafkaSinkOptions {

  public static final ConfigOption<String> BOOTSTRAP_SERVERS =
      ConfigOptions.key("gateweir.sink.kafka.bootstrap-servers")
          .stringType()
          .noDefaultValue()
          .withDescription(
              "Some of the brokers, as host:port separated by commas. Needed when a stream goes to"
                  + " kafka.");

  public static final ConfigOption<Delivery> DELIVERY =
      ConfigOptions.key("gateweir.sink.kafka.delivery")
          .enumType(Delivery.class)
          .defaultValue(Delivery.EXACTLY_ONCE)
          .withDescription(
              "exactly-once writes in transactions that a checkpoint commits, for consumers with"
                  + " isolation.level=read_committed; at-least-once writes at once and may repeat"
                  + " documents after a failure.");

  public static final ConfigOption<Duration> TRANSACTION_TIMEOUT =
      ConfigOptions.key("gateweir.sink.kafka.transaction-timeout")
          .durationType()
          .defaultValue(Duration.ofMinutes(14))
          .withDescription(
              "How long a transaction may stay open: above Flink's execution.checkpointing.timeout,"
                  + " and at most the brokers' transaction.max.timeout.ms, which is 15 min by"
                  + " default. A job that is down for longer loses what its last checkpoint had"
                  + " not yet committed.");

  public static final ConfigOption<String> TRANSACTIONAL_ID_PREFIX =
      ConfigOptions.key("gateweir.sink.kafka.transactional-id-prefix")
          .stringType()
          .defaultValue("gateweir")
          .withDescription(
              "With what the transactional ids begin; the stream's name is added. Jobs that write"
                  + " to the same brokers need different ones.");

  public static final ConfigOption<MemorySize> MAX_RECORD_SIZE =
      ConfigOptions.key("gateweir.sink.kafka.max-record-size")
          .memoryType()
          .defaultValue(MemorySize.ofMebiBytes(1))
          .withDescription(
              "The largest record that the topics take, with its key and Kafka's overhead: at most"
                  + " their max.message.bytes, which is 1048588 bytes by default. A larger document"
                  + " becomes a dead letter.");

  public static final ConfigOption<Map<String, String>> PROPERTIES =
      ConfigOptions.key("gateweir.sink.kafka.properties")
          .mapType()
          .defaultValue(Map.of())
          .withDescription(
              "Properties for the Kafka producer, such as"
                  + " gateweir.sink.kafka.properties.compression.type.");

  static final List<Key<?>> KEYS =
      List.of(
          new Key<>(BOOTSTRAP_SERVERS, Domain.brokers()),
          new Key<>(DELIVERY, Domain.oneOf(Delivery.class)),
          new Key<>(SinkStream.EVENTS.topic(), Domain.topic()),
          new Key<>(SinkStream.ALERTS.topic(), Domain.topic()),
          new Key<>(SinkStream.SESSIONS.topic(), Domain.topic()),
          new Key<>(SinkStream.DEAD_LETTERS.topic(), Domain.topic()),
          new Key<>(TRANSACTION_TIMEOUT, Domain.positiveDuration()),
          new Key<>(
              TRANSACTIONAL_ID_PREFIX, Domain.text("the beginning of Kafka's transactional ids")),
          new Key<>(MAX_RECORD_SIZE, Domain.size()));

  static final ClientProperties CLIENT =
      new ClientProperties(
          PROPERTIES,
          Map.of(
              "bootstrap.servers", "use gateweir.sink.kafka.bootstrap-servers",
              "transaction.timeout.ms", "use gateweir.sink.kafka.transaction-timeout",
              "transactional.id", "use gateweir.sink.kafka.transactional-id-prefix",
              "max.request.size", "use gateweir.sink.kafka.max-record-size",
              "key.serializer", "leave it out: records are written as bytes",
              "value.serializer", "leave it out: records are written as bytes"));

  private KafkaSinkOptions() {}
}
