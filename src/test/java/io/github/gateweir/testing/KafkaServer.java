package io.github.gateweir.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Uuid;

/**
 * A real Kafka, one broker that is its own controller, in a JVM of its own.
 *
 * <p>Every replication factor is 1, transactions may last 15 min as on a broker with Kafka's
 * defaults, and topics are made when they are first used (2 partitions) unless a test has made them
 * before. Its clients are at {@link #client()}.
 */
public final class KafkaServer implements AutoCloseable {
  private static final String NAME = "kafka";
  private static final String HOST = "127.0.0.1";
  private static final Duration TIME_TO_START = Duration.ofSeconds(90);
  private static KafkaServer shared;

  private final int port;
  private final String clusterId = Uuid.randomUuid().toString();
  private final Path data = Folders.temporary(NAME);
  private final Path settings;
  private ServerProcess process;

  private KafkaServer(int port, int controllerPort) {
    this.port = port;
    settings = writeSettings(port, controllerPort);
    format();
    restart();
  }

  /** Starts a Kafka for one test class, which closes it. */
  public static KafkaServer start() {
    return FreePorts.start(2, ports -> startOn(ports.get(0), ports.get(1)));
  }

  /**
   * The Kafka that all integration tests of this JVM share: started by the first that asks, gone
   * with the JVM. A test that uses it names its topics after itself and does not stop it.
   */
  public static synchronized KafkaServer shared() {
    if (shared == null) {
      shared = start();
    }
    return shared;
  }

  static KafkaServer startOn(int port, int controllerPort) {
    return new KafkaServer(port, controllerPort);
  }

  /** What clients call {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return HOST + ":" + port;
  }

  /** Producers, consumers and topics of this Kafka. */
  public KafkaClient client() {
    return new KafkaClient(bootstrapServers());
  }

  /** Ends the broker as {@code kill -9} does. */
  public void kill() {
    process.kill();
  }

  /** Lets the broker end in order. */
  public void stop() {
    process.stop();
  }

  /** Starts the broker that was stopped or killed, on the same ports and data. */
  public void restart() {
    if (process != null && process.isAlive()) {
      throw new IllegalStateException("This Kafka runs; stop or kill it before a restart");
    }
    process = ServerProcess.start(NAME, NAME, command("kafka.Kafka", settings.toString()));
    process.awaitReady(TIME_TO_START, this::isReady);
  }

  /** Ends the broker and deletes its data. */
  @Override
  public void close() {
    process.kill();
    Folders.delete(data);
  }

  private void format() {
    command(
            "kafka.tools.StorageTool",
            "format",
            "--cluster-id",
            clusterId,
            "--config",
            settings.toString())
        .withOptions("-XX:TieredStopAtLevel=1")
        .run(data, TIME_TO_START)
        .orThrow("Formatting Kafka's storage");
  }

  private static JavaCommand command(String mainClass, String... arguments) {
    return JavaCommand.of(Folders.jars("servers/kafka/lib"), mainClass, arguments)
        .withOptions("-Xms128m", "-Xmx448m", Folders.logSettings("log4j2.configurationFile"));
  }

  /** Whether the broker serves; the id tells it from another that took the port. */
  private boolean isReady() throws ExecutionException, InterruptedException, TimeoutException {
    if (!process.log().contains("Kafka Server started")) {
      return false;
    }
    try (Admin admin =
        Admin.create(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()))) {
      KafkaFuture<String> id = admin.describeCluster().clusterId();
      return clusterId.equals(id.get(10, TimeUnit.SECONDS));
    }
  }

  private Path writeSettings(int port, int controllerPort) {
    String broker = HOST + ":" + port;
    String controller = HOST + ":" + controllerPort;
    try {
      return Files.write(
          data.resolve("server.properties"),
          List.of(
              "process.roles=broker,controller",
              "node.id=1",
              "controller.quorum.voters=1@" + controller,
              "controller.listener.names=CONTROLLER",
              "listeners=PLAINTEXT://" + broker + ",CONTROLLER://" + controller,
              "advertised.listeners=PLAINTEXT://" + broker,
              "listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
              "log.dirs=" + data.resolve("log"),
              "num.partitions=2",
              // A killed broker comes back only when its old session has ended: 9 s by default.
              "broker.session.timeout.ms=4000",
              "broker.heartbeat.interval.ms=500",
              "group.initial.rebalance.delay.ms=0",
              "transaction.max.timeout.ms=900000",
              "offsets.topic.replication.factor=1",
              "offsets.topic.num.partitions=4",
              "transaction.state.log.replication.factor=1",
              "transaction.state.log.min.isr=1",
              "transaction.state.log.num.partitions=4",
              "share.coordinator.state.topic.replication.factor=1",
              "share.coordinator.state.topic.min.isr=1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
