package io.github.gateweir.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;

/** Keys and defaults are public: a change of one is a change of the contract. */
class KeysTest {

  private static final Path SHIPPED = Path.of("flink-conf/gateweir.yaml");

  @Test
  void pinsEveryKeyAndEveryDefault() {
    assertThat(defaults())
        .containsExactly(
            Map.entry("gateweir.profile", "extended"),
            Map.entry("gateweir.event-time.out-of-orderness", "5 min"),
            Map.entry("gateweir.event-time.idleness", "30 s"),
            Map.entry("gateweir.event-time.quiet", "2 min"),
            Map.entry("gateweir.event-time.max-ahead", "10 min"),
            Map.entry("gateweir.dedup.window", "0 ms"),
            Map.entry("gateweir.rules.shipped", "true"),
            Map.entry("gateweir.rules.path", ""),
            Map.entry("gateweir.rules.lists-path", ""),
            Map.entry("gateweir.rules.min-status", "test"),
            Map.entry("gateweir.rules.suppress-window", "5 min"),
            Map.entry("gateweir.session.inactivity-gap", "30 min"),
            Map.entry("gateweir.session.max-length", "1 d"),
            Map.entry("gateweir.session.emit", "correlated"),
            Map.entry("gateweir.session.long-domain-threshold", "3"),
            Map.entry("gateweir.session.long-domain-records", "50"),
            Map.entry("gateweir.source.type", "files"),
            Map.entry("gateweir.source.files.path", ""),
            Map.entry("gateweir.source.files.mode", "bounded"),
            Map.entry("gateweir.source.files.discovery-interval", "10 s"),
            Map.entry("gateweir.source.files.settle", "10 s"),
            Map.entry("gateweir.source.files.remember", "7 d"),
            Map.entry("gateweir.source.kafka.bootstrap-servers", ""),
            Map.entry("gateweir.source.kafka.topics", ""),
            Map.entry("gateweir.source.kafka.topic-pattern", ""),
            Map.entry("gateweir.source.kafka.group-id", "gateweir"),
            Map.entry("gateweir.source.kafka.starting-offsets", "committed"),
            Map.entry("gateweir.source.kafka.bounded", "false"),
            Map.entry("gateweir.sink.events", "files"),
            Map.entry("gateweir.sink.alerts", ""),
            Map.entry("gateweir.sink.sessions", ""),
            Map.entry("gateweir.sink.dead-letters", "files"),
            Map.entry("gateweir.sink.files.path", "output"),
            Map.entry("gateweir.sink.files.roll-size", "128 mb"),
            Map.entry("gateweir.sink.files.roll-interval", "5 min"),
            Map.entry("gateweir.sink.kafka.bootstrap-servers", ""),
            Map.entry("gateweir.sink.kafka.delivery", "exactly-once"),
            Map.entry("gateweir.sink.kafka.topics.events", "gateweir-events"),
            Map.entry("gateweir.sink.kafka.topics.alerts", "gateweir-alerts"),
            Map.entry("gateweir.sink.kafka.topics.sessions", "gateweir-sessions"),
            Map.entry("gateweir.sink.kafka.topics.dead-letters", "gateweir-dead-letters"),
            Map.entry("gateweir.sink.kafka.transaction-timeout", "14 min"),
            Map.entry("gateweir.sink.kafka.transactional-id-prefix", "gateweir"),
            Map.entry("gateweir.sink.kafka.max-record-size", "1 mb"),
            Map.entry("gateweir.sink.elasticsearch.hosts", ""),
            Map.entry("gateweir.sink.elasticsearch.namespace", "default"),
            Map.entry("gateweir.sink.elasticsearch.api-key", ""),
            Map.entry("gateweir.sink.elasticsearch.username", ""),
            Map.entry("gateweir.sink.elasticsearch.password", ""),
            Map.entry("gateweir.sink.elasticsearch.certificate-authority", ""),
            Map.entry("gateweir.sink.elasticsearch.compression", "true"),
            Map.entry("gateweir.sink.elasticsearch.max-batch-documents", "1000"),
            Map.entry("gateweir.sink.elasticsearch.max-batch-size", "5 mb"),
            Map.entry("gateweir.sink.elasticsearch.max-batch-delay", "1 s"),
            Map.entry("gateweir.sink.elasticsearch.max-in-flight", "4"),
            Map.entry("gateweir.sink.elasticsearch.request-timeout", "30 s"),
            Map.entry("gateweir.sink.elasticsearch.first-retry-delay", "200 ms"),
            Map.entry("gateweir.sink.elasticsearch.max-retry-delay", "30 s"),
            Map.entry("gateweir.sink.elasticsearch.retention", "90 d"));
  }

  @Test
  void pinsThePlacesForClientProperties() {
    assertThat(Keys.CLIENTS)
        .extracting(ClientProperties::prefix)
        .containsExactly("gateweir.source.kafka.properties.", "gateweir.sink.kafka.properties.");
  }

  @Test
  void takesEveryDefaultAsItIsWritten() {
    for (Key<?> key : Keys.ALL) {
      if (key.option().hasDefaultValue()) {
        Configuration configuration = new Configuration();
        key.put(Given.one(key.name(), ConfigurationDoc.shown(key), "test"), configuration);
        assertThat(configuration.get(key.option()))
            .as(key.name())
            .isEqualTo(key.option().defaultValue());
      }
    }
  }

  @Test
  void shipsAFileThatNamesEveryKeyOnceWithItsDefault() throws Exception {
    Map<String, String> named =
        Files.readAllLines(SHIPPED).stream()
            .filter(line -> line.matches("(# )?gateweir\\.\\S+: .*"))
            .map(line -> line.replaceFirst("^# ", "").split(": ", 2))
            .collect(Collectors.toMap(line -> line[0], line -> line[1]));

    defaults()
        .forEach(
            (key, value) -> {
              assertThat(named).containsKey(key);
              if (!value.isEmpty()) {
                assertThat(named).containsEntry(key, value);
              }
            });
    assertThat(named.keySet())
        .allMatch(key -> Keys.find(key).isPresent() || Keys.client(key).isPresent());
  }

  @Test
  void shipsAFileThatSetsExactlyTheDefaults() {
    Settings shipped = load(new SettingsLoader(Map.of()).file(SHIPPED));
    Settings defaults = load(new SettingsLoader(Map.of()));

    assertThat(shipped).usingRecursiveComparison().ignoringFields("set").isEqualTo(defaults);
    assertThat(SettingsFile.read(SHIPPED).keySet())
        .containsExactlyElementsOf(
            defaults().entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList());
  }

  private static Settings load(SettingsLoader loader) {
    return loader.values(FileSourceOptions.PATH, List.of("in"), "test").load(new Configuration());
  }

  private static Map<String, String> defaults() {
    return Keys.ALL.stream()
        .collect(
            Collectors.toMap(Key::name, ConfigurationDoc::shown, (a, b) -> a, LinkedHashMap::new));
  }
}
