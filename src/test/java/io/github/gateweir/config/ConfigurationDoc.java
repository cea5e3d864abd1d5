package io.github.gateweir.config;

import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.description.HtmlFormatter;
import org.apache.flink.util.TimeUtils;

/** The text of docs/configuration.md, made from the options. */
final class ConfigurationDoc {

  private static final String HEAD =
      """
      # Configuration

      Written from the options in `io.github.gateweir.config`; do not edit it, but run
      `mvn test -Dtest=ConfigurationDocTest -Dgateweir.docs.write=true`.

      The job's settings are in `flink-conf/gateweir.yaml`, Flink's own in `flink-conf/config.yaml`.
      `-D key=value` on the command line overrides either. In the file the keys may be nested or
      dotted, and a list is a YAML list; after `-D` the items of a list are separated by `;`.
      Durations and sizes have their unit: `30 s`, `5 min`, `7 d`; `512 kb`, `128 mb`.

      A value may hold `${env:NAME}`, which stands for an environment variable, or `${file:PATH}`,
      for the content of a file. They are put in place where the program starts: by the client, or
      in application mode by the JobManager. Such values, and those whose key speaks of a password,
      a secret, a token or an API key, are never printed.

      An unknown key or a wrong value ends the program with exit code 2 and one sentence that names
      the place, the key, the value and what would be right.
      """;

  private ConfigurationDoc() {}

  static String text() {
    StringBuilder text = new StringBuilder(HEAD);
    section(text, "Mapping", MappingOptions.KEYS);
    section(text, "Event time", EventTimeOptions.KEYS);
    section(text, "Deduplication", DedupOptions.KEYS);
    section(text, "Rules", RuleOptions.KEYS);
    section(text, "Sessions", SessionOptions.KEYS);
    section(text, "Source", SourceOptions.KEYS);
    section(text, "Files as the source", FileSourceOptions.KEYS);
    section(text, "Kafka as the source", KafkaSourceOptions.KEYS);
    client(text, KafkaSourceOptions.CLIENT);
    section(text, "Sinks", SinkOptions.KEYS);
    section(text, "Files as a sink", FileSinkOptions.KEYS);
    section(text, "Kafka as a sink", KafkaSinkOptions.KEYS);
    client(text, KafkaSinkOptions.CLIENT);
    section(text, "Elasticsearch as a sink", ElasticsearchOptions.KEYS);
    return text.toString();
  }

  private static void section(StringBuilder text, String title, List<Key<?>> keys) {
    text.append("\n## ").append(title).append("\n\n| key | default | values | meaning |\n");
    text.append("|---|---|---|---|\n");
    keys.forEach(key -> row(text, key.option(), shown(key), key.domain().type()));
  }

  private static void client(StringBuilder text, ClientProperties client) {
    row(text, client.option(), "", "any");
  }

  private static void row(StringBuilder text, ConfigOption<?> option, String value, String type) {
    String name = type.equals("any") ? option.key() + ".*" : option.key();
    text.append("| `").append(name).append("` | ");
    text.append(value.isEmpty() ? "" : "`" + value + "`").append(" | ");
    text.append(type).append(" | ");
    text.append(new HtmlFormatter().format(option.description())).append(" |\n");
  }

  /** The default as one writes it in the file; empty when there is none. */
  static String shown(Key<?> key) {
    Object value = key.option().defaultValue();
    if (value instanceof Duration duration) {
      return TimeUtils.formatWithHighestUnit(duration);
    }
    if (value instanceof MemorySize size) {
      return size.getMebiBytes() + " mb";
    }
    if (value instanceof Enum<?> constant) {
      return Domain.kebab(constant);
    }
    return value == null ? "" : value.toString();
  }
}
