package io.github.gateweir.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.util.TimeUtils;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicCollection;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Whether brokers answer and what they say about topics and transactions. */
final class KafkaPreflight implements AutoCloseable {

  /**
   * How long brokers may take to answer, all questions together: 10 s less the rest of the start.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final String key;
  private final String servers;
  private final long deadline = System.nanoTime() + PATIENCE.toNanos();
  private final Admin admin;
  private final Collection<Node> nodes;

  /**
   * Connects.
   *
   * @param key the setting that names the brokers
   */
  KafkaPreflight(String key, String servers, Map<String, String> properties) {
    this.key = key;
    this.servers = servers;
    this.admin = connect(properties);
    try {
      this.nodes = answer(admin.describeCluster().nodes());
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private Admin connect(Map<String, String> properties) {
    Map<String, Object> all = new HashMap<>(properties);
    all.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
    all.put(AdminClientConfig.CLIENT_ID_CONFIG, "gateweir-preflight");
    all.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.toIntExact(PATIENCE.toMillis()));
    all.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(PATIENCE.toMillis()));
    try {
      return Admin.create(all);
    } catch (KafkaException e) {
      throw new SettingsException(
          "%s: no Kafka client can be made for %s: %s.".formatted(key, servers, Reason.of(e)), e);
    }
  }

  /** Checks that all topics exist. */
  void checkTopicsExist(Collection<String> topics) {
    List<String> missing = missing(topics);
    if (!missing.isEmpty()) {
      throw new SettingsException(
          "%s: %s not exist on %s: create %s or correct gateweir.source.kafka.topics."
              .formatted(key, named(missing, "does", "do"), servers, them(missing)));
    }
  }

  /**
   * Checks that all topics exist or come into being when they are written.
   *
   * @return a sentence when there are any that do not exist yet
   */
  List<String> checkTopicsCanBeWritten(Collection<String> topics) {
    List<String> missing = missing(topics);
    if (missing.isEmpty()) {
      return List.of();
    }
    if (brokerSetting("auto.create.topics.enable").filter("false"::equals).isPresent()) {
      throw new SettingsException(
          ("%s: %s not exist on %s, which creates none by itself: create %s or correct"
                  + " gateweir.sink.kafka.topics.")
              .formatted(key, named(missing, "does", "do"), servers, them(missing)));
    }
    return List.of(
        "%s not exist on %s yet and will be created there with the broker's defaults."
            .formatted(named(missing, "does", "do"), servers));
  }

  /** Checks that the brokers allow a transaction to stay open this long. */
  void checkTransactionTimeout(Duration timeout) {
    Optional<Duration> longest =
        brokerSetting("transaction.max.timeout.ms").map(Long::parseLong).map(Duration::ofMillis);
    if (longest.isPresent() && timeout.compareTo(longest.get()) > 0) {
      throw new SettingsException(
          "%s is %s, but the brokers at %s allow at most %s (transaction.max.timeout.ms)."
              .formatted(
                  KafkaSinkOptions.TRANSACTION_TIMEOUT.key(),
                  TimeUtils.formatWithHighestUnit(timeout),
                  servers,
                  TimeUtils.formatWithHighestUnit(longest.get())));
    }
  }

  private List<String> missing(Collection<String> topics) {
    var descriptions = admin.describeTopics(TopicCollection.ofTopicNames(topics)).topicNameValues();
    List<String> missing = new ArrayList<>();
    topics.forEach(
        topic -> {
          if (!isThere(descriptions.get(topic))) {
            missing.add(topic);
          }
        });
    return missing;
  }

  private boolean isThere(KafkaFuture<?> description) {
    try {
      answer(description);
      return true;
    } catch (MissingTopicException e) {
      return false;
    }
  }

  /** What a broker says about itself; nothing when this user may not ask. */
  private Optional<String> brokerSetting(String name) {
    ConfigResource broker =
        new ConfigResource(ConfigResource.Type.BROKER, nodes.iterator().next().idString());
    try {
      Config config = answer(admin.describeConfigs(List.of(broker)).values().get(broker));
      return Optional.ofNullable(config.get(name)).map(ConfigEntry::value);
    } catch (SettingsException e) {
      return Optional.empty();
    }
  }

  private <T> T answer(KafkaFuture<T> future) {
    try {
      return future.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    } catch (TimeoutException e) {
      throw failure(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure(e);
    }
  }

  private RuntimeException failure(Throwable cause) {
    if (cause instanceof UnknownTopicOrPartitionException) {
      return new MissingTopicException(cause);
    }
    if (cause instanceof AuthenticationException) {
      return new SettingsException(
          "%s: %s did not accept this client's credentials or certificate: %s."
              .formatted(key, servers, Reason.of(cause)),
          cause);
    }
    if (cause instanceof AuthorizationException || cause instanceof ConfigException) {
      return new SettingsException(
          "%s: %s refused: %s.".formatted(key, servers, Reason.of(cause)), cause);
    }
    return new UnreachableException(
        ("%s: no broker at %s answered within %d s: start it, or correct the address and the"
                + " client's properties.")
            .formatted(key, servers, PATIENCE.toSeconds()),
        cause);
  }

  private static String named(List<String> topics, String one, String many) {
    return topics.size() == 1
        ? "the topic " + topics.get(0) + " " + one
        : "the topics " + String.join(", ", topics) + " " + many;
  }

  private static String them(List<String> topics) {
    return topics.size() == 1 ? "it" : "them";
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
  }

  /** One of the topics is not there. */
  private static final class MissingTopicException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MissingTopicException(Throwable cause) {
      super(cause);
    }
  }
}
