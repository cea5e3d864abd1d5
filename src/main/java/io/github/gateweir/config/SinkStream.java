package io.github.gateweir.config;

import java.util.Locale;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/** A stream that the job writes; each goes to a sink of its own. */
@SuppressWarnings("ImmutableEnumChecker") // a ConfigOption never changes
public enum SinkStream {
  /** The ECS documents of the records. */
  EVENTS("gateweir.gateway_network", false, "the ECS events"),
  /** What detections say. */
  ALERTS("gateweir.alert", true, "the alerts"),
  /** What the records of a session say together. */
  SESSIONS("gateweir.session", true, "the summaries of sessions"),
  /** What could not become an event or could not be written. */
  DEAD_LETTERS(
      "gateweir.dead_letter",
      false,
      "the records that could not be mapped or written, with the reason,");

  private final String dataset;
  private final ConfigOption<SinkType> sink;
  private final ConfigOption<String> topic;

  SinkStream(String dataset, boolean followsEvents, String what) {
    this.dataset = dataset;
    sink = sink("Where " + what + " go: files, kafka, elasticsearch or stdout", followsEvents);
    topic =
        ConfigOptions.key("gateweir.sink.kafka.topics." + label())
            .stringType()
            .defaultValue("gateweir-" + label())
            .withDescription("The topic for " + what.replaceAll(", with the reason,", "") + ".");
  }

  private ConfigOption<SinkType> sink(String description, boolean followsEvents) {
    ConfigOptions.TypedConfigOptionBuilder<SinkType> option =
        ConfigOptions.key("gateweir.sink." + label()).enumType(SinkType.class);
    return followsEvents
        ? option.noDefaultValue().withDescription(description + "; if not set, as the events.")
        : option.defaultValue(SinkType.FILES).withDescription(description + ".");
  }

  /** The stream's name in settings, folders and operators, such as {@code dead-letters}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The dataset of the Elasticsearch data stream. */
  public String dataset() {
    return dataset;
  }

  /** The key that chooses the kind of sink. */
  public ConfigOption<SinkType> sink() {
    return sink;
  }

  /** The key that names the Kafka topic. */
  public ConfigOption<String> topic() {
    return topic;
  }

  @Override
  public String toString() {
    return label();
  }
}
