package io.github.gateweir.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A real Elasticsearch or OpenSearch, a cluster of one node, in a JVM of its own. It answers over
 * plain HTTP, without users; its client is at {@link #client()}.
 *
 * <p>Indices are made when they are first written to, with one replica as a server's defaults have
 * it, for which there is no node: health is yellow from then on.
 */
public final class SearchServer implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final Duration TIME_TO_START = Duration.ofMinutes(2);
  private static final Map<Kind, SearchServer> SHARED = new EnumMap<>(Kind.class);

  private final Kind kind;
  private final int port;
  private final Map<String, String> own;
  private final String cluster = "gateweir-" + UUID.randomUUID();
  private final Path data;
  private final SearchClient client;
  private ServerProcess process;

  private SearchServer(Kind kind, int port, Map<String, String> own) {
    this.kind = kind;
    this.port = port;
    this.own = own;
    data = Folders.temporary(kind.folder);
    client = new SearchClient(url());
    restart();
  }

  /** Starts a server for one test class, which closes it. */
  public static SearchServer start(Kind kind) {
    return start(kind, Map.of());
  }

  /**
   * Starts a server for one test class, which closes it.
   *
   * @param settings the node's settings, such as {@code http.max_content_length}, over those of
   *     this class
   */
  public static SearchServer start(Kind kind, Map<String, String> settings) {
    return FreePorts.start(1, ports -> startOn(kind, ports.get(0), settings));
  }

  /**
   * The server of its kind that all integration tests of this JVM share: started by the first that
   * asks, gone with the JVM. A test that uses it names its indices and templates after itself and
   * does not stop it.
   */
  public static SearchServer shared(Kind kind) {
    synchronized (SHARED) {
      return SHARED.computeIfAbsent(kind, SearchServer::start);
    }
  }

  static SearchServer startOn(Kind kind, int port, Map<String, String> settings) {
    return new SearchServer(kind, port, settings);
  }

  /** Where the server is, such as {@code http://127.0.0.1:20123}. */
  public String url() {
    return "http://" + HOST + ":" + port;
  }

  /** What tests ask of this server. */
  public SearchClient client() {
    return client;
  }

  /** Ends the node as {@code kill -9} does. */
  public void kill() {
    process.kill();
  }

  /** Lets the node end in order. */
  public void stop() {
    process.stop();
  }

  /** Starts the node that was stopped or killed, on the same port and data. */
  public void restart() {
    if (process != null && process.isAlive()) {
      throw new IllegalStateException("This server runs; stop or kill it before a restart");
    }
    process = ServerProcess.start(kind.folder, kind.folder, command());
    // Short, for whoever else has taken the port may never answer.
    SearchClient impatient = new SearchClient(url(), Duration.ofSeconds(2));
    process.awaitReady(TIME_TO_START, () -> isReady(impatient));
  }

  /** Ends the node and deletes its data. */
  @Override
  public void close() {
    process.kill();
    Folders.delete(data);
  }

  private JavaCommand command() {
    Path classes = Folders.server(kind.folder).resolve("classes");
    return JavaCommand.of(
            Folders.jars("servers/" + kind.folder + "/lib") + File.pathSeparator + classes,
            kind.mainClass,
            data.resolve("config").toString())
        .withArguments(arguments())
        // The first compiler alone: half the time to start.
        .withOptions("-Xms256m", "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
        .withOptions(
            "-Djava.io.tmpdir=" + Folders.make(data.resolve("tmp")),
            Folders.logSettings("log4j2.configurationFile"));
  }

  private List<String> arguments() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("path.home", Folders.server(kind.folder).resolve("home").toString());
    settings.put("path.data", data.resolve("data").toString());
    settings.put("path.logs", data.resolve("logs").toString());
    settings.put("cluster.name", cluster);
    settings.put("node.name", kind.folder);
    settings.put("discovery.type", "single-node");
    settings.put("network.host", HOST);
    settings.put("http.port", Integer.toString(port));
    settings.put("transport.port", "0");
    settings.put("logger.level", "INFO");
    // A disk that is nearly full is the machine's, not the test's concern.
    settings.put("cluster.routing.allocation.disk.threshold_enabled", "false");
    settings.putAll(own);
    return settings.entrySet().stream()
        .map(setting -> setting.getKey() + "=" + setting.getValue())
        .toList();
  }

  /** Whether the node serves; the cluster's name tells it from another that took the port. */
  private boolean isReady(SearchClient impatient) {
    JsonNode health = impatient.get("/_cluster/health").body();
    return cluster.equals(health.path("cluster_name").asText())
        && Set.of("yellow", "green").contains(health.path("status").asText());
  }

  /** Whose server it is. */
  public enum Kind {
    ELASTICSEARCH("elasticsearch", "ElasticsearchNode"),
    OPENSEARCH("opensearch", "OpenSearchNode");

    private final String folder;
    private final String mainClass;

    Kind(String folder, String mainClass) {
      this.folder = folder;
      this.mainClass = mainClass;
    }
  }
}
