package io.github.gateweir.config;

import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/** The keys of the Kafka source. */
public final class KafkaSourceOptions {

  public static final ConfigOption<String> BOOTSTRAP_SERVERS =
      ConfigOptions.key("gateweir.source.kafka.bootstrap-servers")
          .stringType()
          .noDefaultValue()
          .withDescription(
              "Some of the brokers, as host:port separated by commas. Needed when"
                  + " gateweir.source.type is kafka.");

  public static final ConfigOption<List<String>> TOPICS =
      ConfigOptions.key("gateweir.source.kafka.topics")
          .stringType()
          .asList()
          .noDefaultValue()
          .withDescription(
              "The topics to read. Either these or gateweir.source.kafka.topic-pattern is needed.");

  public static final ConfigOption<String> TOPIC_PATTERN =
      ConfigOptions.key("gateweir.source.kafka.topic-pattern")
          .stringType()
          .noDefaultValue()
          .withDescription(
              "A Java regular expression: every topic whose whole name it matches is read, those"
                  + " that appear later too.");

  public static final ConfigOption<String> GROUP_ID =
      ConfigOptions.key("gateweir.source.kafka.group-id")
          .stringType()
          .defaultValue("gateweir")
          .withDescription(
              "The consumer group under which offsets are committed at checkpoints. A running job"
                  + " goes by its checkpoints, not by these.");

  public static final ConfigOption<String> STARTING_OFFSETS =
      ConfigOptions.key("gateweir.source.kafka.starting-offsets")
          .stringType()
          .defaultValue("committed")
          .withDescription(
              "Where a job without checkpoint begins: committed (the group's offsets, and the"
                  + " earliest where it has none), earliest, latest, or a time such as"
                  + " 2026-01-31T06:00:00Z.");

  public static final ConfigOption<Boolean> BOUNDED =
      ConfigOptions.key("gateweir.source.kafka.bounded")
          .booleanType()
          .defaultValue(false)
          .withDescription(
              "Whether to read only up to the offsets that are the end when the job starts, and"
                  + " end then.");

  public static final ConfigOption<Map<String, String>> PROPERTIES =
      ConfigOptions.key("gateweir.source.kafka.properties")
          .mapType()
          .defaultValue(Map.of())
          .withDescription(
              "Properties for the Kafka consumer, such as"
                  + " gateweir.source.kafka.properties.security.protocol.");

  static final List<Key<?>> KEYS =
      List.of(
          new Key<>(BOOTSTRAP_SERVERS, Domain.brokers()),
          new Key<>(TOPICS, Domain.topics()),
          new Key<>(TOPIC_PATTERN, Domain.regex()),
          new Key<>(GROUP_ID, Domain.text("the name of a consumer group")),
          new Key<>(STARTING_OFFSETS, Domain.startingOffsets()),
          new Key<>(BOUNDED, Domain.yesOrNo()));

  static final ClientProperties CLIENT =
      new ClientProperties(
          PROPERTIES,
          Map.of(
              "bootstrap.servers", "use gateweir.source.kafka.bootstrap-servers",
              "group.id", "use gateweir.source.kafka.group-id",
              "auto.offset.reset", "use gateweir.source.kafka.starting-offsets",
              "enable.auto.commit", "leave it out: offsets are committed at checkpoints",
              "key.deserializer", "leave it out: records are read as bytes",
              "value.deserializer", "leave it out: records are read as bytes"));

  private KafkaSourceOptions() {}
}
