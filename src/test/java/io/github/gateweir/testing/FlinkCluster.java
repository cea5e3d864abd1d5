package io.github.gateweir.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A real standalone Flink session cluster: a JobManager and TaskManagers of two slots each, every
 * one in a JVM of its own whose class path is {@code target/flink-lib}, as a distribution's {@code
 * lib/}.
 *
 * <p>Checkpoints (every second, RocksDB, kept on cancellation), savepoints and temporary files lie
 * in folders of the cluster's own, deleted with it.
 */
public final class FlinkCluster implements AutoCloseable {
  private static final String NAME = "flink";
  private static final String HOST = "127.0.0.1";
  private static final Duration TIME_TO_START = Duration.ofSeconds(90);

  private final Path data = Folders.temporary(NAME);
  private final Path conf = Folders.make(data.resolve("conf"));
  private final FlinkRest rest;
  private final FlinkCommandLine commandLine;
  private final ServerProcess jobManager;
  private final Deque<ServerProcess> taskManagers = new ArrayDeque<>();
  private JavaCommand taskManager;
  private int taskManagersStarted;

  private FlinkCluster(List<Integer> ports, Map<String, String> own) {
    rest = new FlinkRest(HOST, ports.get(1));
    commandLine = new FlinkCommandLine(data, conf);
    Map<String, String> settings = settings(ports);
    settings.putAll(own);
    write(settings);
    jobManager = ServerProcess.start(NAME, "jobmanager", FlinkCommands.jobManager(conf));
    jobManager.awaitReady(TIME_TO_START, () -> rest.isUpWith(data.toString()));
  }

  /**
   * Starts a cluster, which the test closes.
   *
   * @param taskManagers how many, two slots each
   * @param settings Flink's configuration keys, over those of this class
   */
  public static FlinkCluster start(int taskManagers, Map<String, String> settings) {
    FlinkCluster cluster = FreePorts.start(3, ports -> new FlinkCluster(ports, settings));
    try {
      for (int i = 0; i < taskManagers; i++) {
        cluster.startTaskManager();
      }
      return cluster;
    } catch (RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  /** The cluster's REST API. */
  public FlinkRest rest() {
    return rest;
  }

  /** {@code bin/flink} for this cluster. */
  public FlinkCommandLine commandLine() {
    return commandLine;
  }

  /** A folder for the test's own files, deleted with the cluster. */
  public Path folder() {
    return data;
  }

  /** Starts one more TaskManager and waits until the JobManager knows it. */
  public void startTaskManager() {
    if (taskManager == null) {
      taskManager = FlinkCommands.taskManager(conf, data);
    }
    String id = "taskmanager-" + ++taskManagersStarted;
    ServerProcess process =
        ServerProcess.start(
            NAME,
            "taskmanager",
            taskManager.withArguments(List.of("-D", "taskmanager.resource-id=" + id)));
    taskManagers.add(process);
    process.awaitReady(TIME_TO_START, () -> rest.taskManagers().contains(id));
  }

  /** Ends the TaskManager that was started first as {@code kill -9} does. */
  public void killTaskManager() {
    taskManagers.remove().kill();
  }

  /** Ends all JVMs of the cluster and deletes its files. */
  @Override
  public void close() {
    taskManagers.forEach(ServerProcess::kill);
    jobManager.kill();
    Folders.delete(data);
  }

  private Map<String, String> settings(List<Integer> ports) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("jobmanager.rpc.address", HOST);
    settings.put("jobmanager.rpc.port", ports.get(0).toString());
    settings.put("jobmanager.bind-host", HOST);
    settings.put("jobmanager.memory.process.size", "900m");
    settings.put("rest.address", HOST);
    settings.put("rest.bind-address", HOST);
    settings.put("rest.port", ports.get(1).toString());
    settings.put("blob.server.port", ports.get(2).toString());
    settings.put("taskmanager.host", HOST);
    settings.put("taskmanager.bind-host", HOST);
    settings.put("taskmanager.numberOfTaskSlots", "2");
    settings.put("taskmanager.memory.process.size", "1400m");
    settings.put("heartbeat.interval", "1 s");
    settings.put("heartbeat.timeout", "10 s");
    settings.put("io.tmp.dirs", data.resolve("tmp").toString());
    settings.put("state.backend.type", "rocksdb");
    settings.put("execution.checkpointing.interval", "1 s");
    settings.put("execution.checkpointing.dir", flinkPath("checkpoints"));
    settings.put("execution.checkpointing.savepoint-dir", flinkPath("savepoints"));
    settings.put(
        "execution.checkpointing.externalized-checkpoint-retention", "RETAIN_ON_CANCELLATION");
    settings.put("restart-strategy.type", "exponential-delay");
    return settings;
  }

  /** Flink's paths are no URIs: an escaped blank would become part of the folder's name. */
  private String flinkPath(String child) {
    return org.apache.flink.core.fs.Path.fromLocalFile(data.resolve(child).toFile()).toString();
  }

  private void write(Map<String, String> settings) {
    List<String> lines =
        settings.entrySet().stream()
            .map(setting -> setting.getKey() + ": \"" + setting.getValue() + "\"")
            .toList();
    try {
      Files.write(conf.resolve("config.yaml"), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
