package io.github.gateweir.cli;

import io.github.gateweir.config.KafkaSourceOptions;
import io.github.gateweir.config.KafkaSourceSettings;
import io.github.gateweir.config.Overrides;
import io.github.gateweir.config.SettingsLoader;
import io.github.gateweir.config.SourceOptions;
import io.github.gateweir.generate.KafkaOutputs;
import io.github.gateweir.generate.RecordOutput;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The topics of the brokers that the job reads from: what {@code generate} writes, {@code run}
 * finds with the same settings.
 */
final class KafkaTopics implements KafkaOutputs {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "for kafka:TOPIC, the job's settings (default: flink-conf/gateweir.yaml)")
  private @Nullable Path config;

  @Option(
      names = "-D",
      paramLabel = "KEY=VALUE",
      description = "for kafka:TOPIC, such as gateweir.source.kafka.bootstrap-servers=HOST:PORT")
  private List<String> definitions = List.of();

  @Override
  public RecordOutput open(String topic) {
    KafkaSourceSettings kafka = settings(topic);
    Map<String, Object> properties = new HashMap<>(kafka.properties());
    properties.put("bootstrap.servers", kafka.bootstrapServers());
    properties.put("linger.ms", "20");
    return new TopicOutput(
        topic, new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer()));
  }

  private KafkaSourceSettings settings(String topic) {
    SettingsLoader loader = new SettingsLoader(System.getenv());
    if (config != null) {
      loader.file(config);
    } else {
      Home.file("flink-conf/gateweir.yaml").ifPresent(loader::file);
    }
    loader.overrides(Overrides.parse(definitions));
    loader.value(SourceOptions.TYPE, "kafka", "--output");
    loader.values(KafkaSourceOptions.TOPICS, List.of(topic), "--output");
    return (KafkaSourceSettings) loader.load(new Configuration()).source();
  }
}
