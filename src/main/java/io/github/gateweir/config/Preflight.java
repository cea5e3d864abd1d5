package io.github.gateweir.config;

import java.util.ArrayList;
import java.util.List;

/**
 * The check, before the job starts, that what the settings name is there: files can be read, the
 * output written, brokers and hosts answer within 10 s, topics and index templates exist.
 */
public final class Preflight {

  private Preflight() {}

  /**
   * Checks source and sinks.
   *
   * @return what the user may want to know though it is no mistake, one sentence each
   * @throws SettingsException for what the user must correct: a missing topic, an unreadable folder
   * @throws UnreachableException for a broker, a host or a file system that does not answer
   */
  public static List<String> check(Settings settings) {
    List<String> notes = new ArrayList<>();
    if (settings.source() instanceof FileSourceSettings files) {
      files.paths().forEach(FilePreflight::checkInput);
    }
    if (settings.source() instanceof KafkaSourceSettings kafka) {
      try (KafkaPreflight brokers =
          new KafkaPreflight(
              KafkaSourceOptions.BOOTSTRAP_SERVERS.key(),
              kafka.bootstrapServers(),
              kafka.properties())) {
        brokers.checkTopicsExist(kafka.topics());
      }
    }
    if (settings.sinks().uses(SinkType.FILES)) {
      FilePreflight.checkOutput(settings.sinks().files().path());
    }
    if (settings.sinks().kafka() != null) {
      notes.addAll(checkSink(settings.sinks(), settings.sinks().kafka()));
    }
    if (settings.sinks().uses(SinkType.ELASTICSEARCH)) {
      notes.addAll(checkElasticsearch(settings.sinks()));
    }
    return notes;
  }

  private static List<String> checkSink(SinkSettings sinks, KafkaSinkSettings kafka) {
    List<String> topics =
        sinks.streams(SinkType.KAFKA).stream().map(kafka::topic).distinct().toList();
    try (KafkaPreflight brokers =
        new KafkaPreflight(
            KafkaSinkOptions.BOOTSTRAP_SERVERS.key(),
            kafka.bootstrapServers(),
            kafka.properties())) {
      if (kafka.delivery() == Delivery.EXACTLY_ONCE) {
        brokers.checkTransactionTimeout(kafka.transactionTimeout());
      }
      return brokers.checkTopicsCanBeWritten(topics);
    }
  }

  private static List<String> checkElasticsearch(SinkSettings sinks) {
    List<String> datasets =
        sinks.streams(SinkType.ELASTICSEARCH).stream().map(SinkStream::dataset).toList();
    try (ElasticsearchPreflight hosts = new ElasticsearchPreflight(sinks.elasticsearch())) {
      return hosts.check(datasets);
    }
  }
}
