package io.github.gateweir.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.util.TimeUtils;

/** What settings that are right each for themselves must also be together. */
final class SettingsCheck {

  private final Settings settings;
  private final Map<String, Given> values;

  SettingsCheck(Settings settings, Map<String, Given> values) {
    this.settings = settings;
    this.values = values;
  }

  void check(Configuration flink) {
    if (settings.source() instanceof KafkaSourceSettings kafka) {
      checkTopics(kafka);
    }
    if (settings.source() instanceof FileSourceSettings files) {
      checkFolders(files);
      checkWatch(files);
    }
    KafkaSinkSettings sink = settings.sinks().kafka();
    if (sink != null && sink.delivery() == Delivery.EXACTLY_ONCE) {
      checkTransactions(sink, flink);
    }
    if (settings.sinks().elasticsearch() != null) {
      new ElasticsearchCheck(settings.sinks().elasticsearch(), this::error).check();
    }
  }

  private void checkTopics(KafkaSourceSettings source) {
    if (source.topics().isEmpty() && source.topicPattern() == null) {
      throw new SettingsException(
          "gateweir.source.kafka.topics is missing: gateweir.source.type is kafka, so name the"
              + " topics, or set gateweir.source.kafka.topic-pattern.");
    }
    if (!source.topics().isEmpty() && source.topicPattern() != null) {
      throw error(
          KafkaSourceOptions.TOPIC_PATTERN,
          "is set, and gateweir.source.kafka.topics too: take one of the two out.");
    }
    KafkaSinkSettings sink = settings.sinks().kafka();
    if (sink != null && sink.bootstrapServers().equals(source.bootstrapServers())) {
      checkLoop(source, sink);
    }
  }

  /** A job that reads what it writes never ends. */
  private void checkLoop(KafkaSourceSettings source, KafkaSinkSettings sink) {
    for (SinkStream stream : settings.sinks().streams(SinkType.KAFKA)) {
      if (source.reads(sink.topic(stream))) {
        throw readsItsOutput(stream.topic());
      }
    }
  }

  private SettingsException readsItsOutput(ConfigOption<String> topic) {
    return error(
        topic,
        "is a topic that the source reads: the job would read its own output, so name another.");
  }

  private void checkFolders(FileSourceSettings source) {
    if (!settings.sinks().uses(SinkType.FILES)) {
      return;
    }
    Optional<Path> output = Location.local(settings.sinks().files().path());
    Stream<Path> inputs = source.paths().stream().map(Location::local).flatMap(Optional::stream);
    if (output.isPresent() && inputs.anyMatch(output.get()::startsWith)) {
      throw error(
          FileSinkOptions.PATH,
          "lies in a folder that the source reads: the job would read its own output, so name"
              + " another.");
    }
  }

  /** A file that is forgotten before it is read is never read. */
  private void checkWatch(FileSourceSettings source) {
    Duration unread = source.settle().plus(source.discoveryInterval());
    if (source.mode() == FileSourceMode.WATCH && source.remember().compareTo(unread) <= 0) {
      throw error(
          FileSourceOptions.REMEMBER,
          "is "
              + TimeUtils.formatWithHighestUnit(source.remember())
              + ", but it must be longer than gateweir.source.files.settle and"
              + " gateweir.source.files.discovery-interval together, "
              + TimeUtils.formatWithHighestUnit(unread)
              + ".");
    }
  }

  private void checkTransactions(KafkaSinkSettings sink, Configuration flink) {
    Duration interval = flink.get(CheckpointingOptions.CHECKPOINTING_INTERVAL);
    if (interval == null || interval.isZero()) {
      throw error(
          KafkaSinkOptions.DELIVERY,
          "is exactly-once, which needs checkpoints: set execution.checkpointing.interval in"
              + " config.yaml, such as to \"30 s\", or take at-least-once.");
    }
    Duration timeout = flink.get(CheckpointingOptions.CHECKPOINTING_TIMEOUT);
    if (timeout.compareTo(sink.transactionTimeout()) > 0) {
      throw error(
          KafkaSinkOptions.TRANSACTION_TIMEOUT,
          "is "
              + TimeUtils.formatWithHighestUnit(sink.transactionTimeout())
              + ", shorter than Flink's execution.checkpointing.timeout of "
              + TimeUtils.formatWithHighestUnit(timeout)
              + ", so Kafka would drop what a slow checkpoint is about to commit: lower the"
              + " checkpoint timeout in config.yaml.");
    }
  }

  private SettingsException error(ConfigOption<?> option, String rest) {
    return error(values, option, rest);
  }

  /** An error about an option, with the place where it was set unless it has its default. */
  static SettingsException error(Map<String, Given> values, ConfigOption<?> option, String rest) {
    Given given = values.get(option.key());
    return given == null ? new SettingsException(option.key() + " " + rest) : given.error(rest);
  }
}
