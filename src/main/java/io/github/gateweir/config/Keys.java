package io.github.gateweir.config;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All keys of Gateweir's settings. */
final class Keys {

  static final String PREFIX = "gateweir.";

  /** Every key that takes a value, in the order of the documentation. */
  static final List<Key<?>> ALL =
      Stream.of(
              MappingOptions.KEYS,
              EventTimeOptions.KEYS,
              DedupOptions.KEYS,
              RuleOptions.KEYS,
              SessionOptions.KEYS,
              SourceOptions.KEYS,
              FileSourceOptions.KEYS,
              KafkaSourceOptions.KEYS,
              SinkOptions.KEYS,
              FileSinkOptions.KEYS,
              KafkaSinkOptions.KEYS,
              ElasticsearchOptions.KEYS)
          .<Key<?>>flatMap(List::stream)
          .toList();

  /** The keys below which a Kafka client's properties stand. */
  static final List<ClientProperties> CLIENTS =
      List.of(KafkaSourceOptions.CLIENT, KafkaSinkOptions.CLIENT);

  /** The first parts of the keys that Flink and its file systems know. */
  private static final Set<String> FLINK =
      Set.of(
          """
          akka blob classloader cleanup-strategy client cluster compiler containerized daemon enabled env
          events execution external-resource external-resources flink fs gs hadoop heartbeat high-availability
          historyserver io jmx job-event jobmanager jobstore kubernetes metrics minicluster oss parallelism
          pekko pipeline plugin presto process query queryable-state resourcemanager rest restart-strategy s3
          s3a scheduler scheduler-mode security sink slot slot-request slotmanager slow-task-detector state
          table task taskmanager traces web yarn zookeeper
          """
              .strip()
              .split("\\s+"));

  private Keys() {}

  static Optional<Key<?>> find(String name) {
    return ALL.stream().filter(key -> key.name().equals(name)).findFirst();
  }

  static Optional<ClientProperties> client(String name) {
    return CLIENTS.stream().filter(client -> client.has(name)).findFirst();
  }

  /** Whether a key is one of Flink's, and not one of Gateweir's whose first part was forgotten. */
  static boolean isFlinks(String name) {
    int dot = name.indexOf('.');
    boolean forgotPrefix = find(PREFIX + name).isPresent();
    return !forgotPrefix && FLINK.contains(dot < 0 ? name : name.substring(0, dot));
  }

  /** Whether known keys begin with this, so that in a file it may stand for an empty section. */
  static boolean isSection(String name) {
    return ALL.stream().anyMatch(key -> key.name().startsWith(name + "."))
        || CLIENTS.stream().anyMatch(client -> client.prefix().equals(name + "."));
  }

  /** The known key that looks most like this one. */
  static String nearest(String name) {
    return ALL.stream()
        .map(Key::name)
        .min(Comparator.comparingInt(known -> distance(name, known)))
        .orElseThrow();
  }

  /** A key of the right name in the wrong section is nearer than any misspelled one. */
  private static int distance(String name, String known) {
    return known.endsWith("." + name.substring(name.lastIndexOf('.') + 1))
        ? Math.min(1, EditDistance.between(name, known))
        : EditDistance.between(name, known);
  }
}
