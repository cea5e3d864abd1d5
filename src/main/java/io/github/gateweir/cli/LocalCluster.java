package io.github.gateweir.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Flink cluster inside this process, for one job. Without a checkpoint folder of its own in the
 * settings it uses a temporary one, which goes when the cluster is closed.
 */
final class LocalCluster implements AutoCloseable {

  private static final String LOOPBACK = "127.0.0.1";

  private static final Logger LOG = LoggerFactory.getLogger(LocalCluster.class);

  private final AtomicBoolean closed = new AtomicBoolean();
  private final MiniCluster cluster;
  private final Configuration configuration;
  private final Path temporary;

  private LocalCluster(MiniCluster cluster, Configuration configuration, Path temporary) {
    this.cluster = cluster;
    this.configuration = configuration;
    this.temporary = temporary;
  }

  /**
   * Starts a cluster.
   *
   * @param flink Flink's settings
   * @param web whether the web UI has its usual port, or any
   */
  static LocalCluster start(Configuration flink, boolean web) throws Exception {
    Configuration configuration = new Configuration(flink);
    Path temporary = Files.createTempDirectory("gateweir-");
    if (!configuration.contains(CheckpointingOptions.CHECKPOINTS_DIRECTORY)) {
      configuration.set(
          CheckpointingOptions.CHECKPOINTS_DIRECTORY, flinkPath(temporary.resolve("checkpoints")));
    }
    if (!configuration.contains(CoreOptions.TMP_DIRS)) {
      configuration.set(CoreOptions.TMP_DIRS, temporary.resolve("work").toString());
    }
    if (!configuration.contains(CoreOptions.DEFAULT_PARALLELISM)) {
      configuration.set(
          CoreOptions.DEFAULT_PARALLELISM, Runtime.getRuntime().availableProcessors());
    }
    configuration.set(RestOptions.ADDRESS, LOOPBACK);
    if (!configuration.contains(RestOptions.BIND_PORT)) {
      configuration.set(RestOptions.BIND_PORT, web ? "8081-8181" : "0");
    }
    MiniCluster cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(configuration.get(CoreOptions.DEFAULT_PARALLELISM))
                .setCommonBindAddress(LOOPBACK)
                .build());
    LocalCluster local = new LocalCluster(cluster, configuration, temporary);
    Runtime.getRuntime().addShutdownHook(new Thread(local::closeQuietly, "close-local-cluster"));
    cluster.start();
    return local;
  }

  /** Flink's paths are no URIs: an escaped blank would become part of the folder's name. */
  private static String flinkPath(Path path) {
    return org.apache.flink.core.fs.Path.fromLocalFile(path.toFile()).toString();
  }

  /** The environment to build the job in. */
  StreamExecutionEnvironment environment() {
    return StreamExecutionEnvironment.createLocalEnvironment(configuration);
  }

  /** Where the web UI is. */
  String webAddress() throws Exception {
    return cluster.getRestAddress().get().toString();
  }

  /** Runs the job to its end. */
  JobExecutionResult execute(StreamExecutionEnvironment env, String name) throws Exception {
    StreamGraph graph = env.getStreamGraph();
    graph.setJobName(name);
    return cluster.executeJobBlocking(graph.getJobGraph());
  }

  /** Whether it was closed, perhaps because this process is to end. */
  boolean isClosed() {
    return closed.get();
  }

  @Override
  public void close() throws IOException {
    if (closed.getAndSet(true)) {
      return;
    }
    cluster.closeAsync().join();
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(temporary)) {
      paths = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : paths) {
      Files.deleteIfExists(path);
    }
  }

  /** Ctrl-C must not leave the temporary folder behind; nobody is left to hear of a failure. */
  private void closeQuietly() {
    try {
      close();
    } catch (IOException e) {
      LOG.warn("The temporary folder {} is left behind.", temporary, e);
    }
  }
}
