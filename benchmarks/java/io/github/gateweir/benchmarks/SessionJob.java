package io.github.gateweir.benchmarks;

import io.github.gateweir.config.FlinkConf;
import io.github.gateweir.config.Overrides;
import io.github.gateweir.job.CountedSessions;
import io.github.gateweir.job.RunSummary;
import io.github.gateweir.job.SessionRules;
import io.github.gateweir.session.SessionRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.CheckpointType;
import org.apache.flink.runtime.checkpoint.AbstractCheckpointStats;
import org.apache.flink.runtime.checkpoint.CheckpointStatsSnapshot;
import org.apache.flink.runtime.checkpoint.CheckpointStatsStatus;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * A Flink cluster of two slots inside this process, with the settings that Gateweir comes with,
 * whose job does nothing but correlate records that are made on the spot.
 */
final class SessionJob implements AutoCloseable {

  /** Flink's default for a TaskManager, which one inside a process does not have. */
  private static final String MANAGED_MEMORY = "512m";

  private static final int SLOTS = 2;
  private static final SessionRules RULES =
      new SessionRules(Duration.ofMinutes(30), Duration.ofHours(24), 3, 50, true);

  private final MiniCluster cluster;
  private final JobID job;

  private SessionJob(MiniCluster cluster, JobID job) {
    this.cluster = cluster;
    this.job = job;
  }

  /**
   * Starts the job; it waits for its first stage.
   *
   * @param backend Flink's name of the state backend
   * @param folder for the state and the checkpoints
   */
  static SessionJob start(String backend, Path folder) throws Exception {
    Configuration flink = flink(backend, folder);
    MiniCluster cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(flink)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(SLOTS)
                .build());
    cluster.start();
    JobID job = cluster.submitJob(topology(flink).getStreamGraph().getJobGraph()).get().getJobID();
    return new SessionJob(cluster, job);
  }

  /** Checkpoints come when they are asked for, so that none falls into a stage. */
  private static Configuration flink(String backend, Path folder) {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "state.backend.type=" + backend,
                "execution.checkpointing.dir=" + folder.resolve("checkpoints").toUri(),
                "io.tmp.dirs=" + folder.resolve("work"),
                "taskmanager.memory.managed.size=" + MANAGED_MEMORY,
                "restart-strategy.type=none",
                "execution.checkpointing.tolerable-failed-checkpoints=0",
                "rest.address=127.0.0.1",
                "rest.bind-port=0"));
    Configuration flink = FlinkConf.load(Path.of("flink-conf"), Overrides.parse(settings));
    flink.removeConfig(CheckpointingOptions.CHECKPOINTING_INTERVAL);
    flink.removeKey("metrics.reporters");
    return flink;
  }

  private static StreamExecutionEnvironment topology(Configuration flink) {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(flink).setParallelism(SLOTS);
    DataStream<SessionRecord> records = records(env, SessionStage.FIRST);
    for (SessionStage stage : SessionStage.values()) {
      if (stage != SessionStage.FIRST) {
        records = records.union(records(env, stage));
      }
    }
    CountedSessions.correlate(records, RULES, Progress::count).sinkTo(new DiscardingSink<>());
    return env;
  }

  private static DataStream<SessionRecord> records(
      StreamExecutionEnvironment env, SessionStage stage) {
    return env.fromSource(
            new GatedSequence(stage.name(), stage.records()),
            WatermarkStrategy.noWatermarks(),
            stage.name())
        .map(stage::record)
        .returns(TypeInformation.of(SessionRecord.class));
  }

  /** Seconds until the records of the stage are in their sessions. */
  double run(SessionStage stage) throws Exception {
    Progress.expect(stage.records());
    long start = System.nanoTime();
    GatedSequence.open(stage.name());
    Progress.await();
    return (System.nanoTime() - start) / 1e9;
  }

  /** Seconds until the end of the stream has closed all sessions. */
  double end() throws Exception {
    long start = System.nanoTime();
    GatedSequence.open(SessionStage.END.name());
    JobExecutionResult result =
        cluster.requestJobResult(job).get().toJobExecutionResult(getClass().getClassLoader());
    double seconds = (System.nanoTime() - start) / 1e9;
    long closed = RunSummary.of(result.getAllAccumulatorResults(), 0).sessions();
    if (closed != SessionStage.SESSIONS) {
      throw new IllegalStateException(closed + " sessions were closed");
    }
    return seconds;
  }

  /** Takes a checkpoint, as the settings have it: incremental where the backend can. */
  Checkpoint checkpoint() throws Exception {
    long id = cluster.triggerCheckpoint(job, CheckpointType.CONFIGURED).get();
    CheckpointStatsSnapshot all = cluster.getExecutionGraph(job).get().getCheckpointStatsSnapshot();
    AbstractCheckpointStats stats = all.getHistory().getCheckpointById(id);
    if (stats.getStatus() != CheckpointStatsStatus.COMPLETED) {
      throw new IllegalStateException("Checkpoint %d is %s".formatted(id, stats.getStatus()));
    }
    return new Checkpoint(
        stats.getStateSize(), stats.getCheckpointedSize(), stats.getEndToEndDuration() / 1e3);
  }

  @Override
  public void close() {
    cluster.closeAsync().join();
  }

  /**
   * What a checkpoint was.
   *
   * @param bytes of the state
   * @param written bytes that were not there from an earlier checkpoint
   * @param seconds from the trigger to the last acknowledgement
   */
  record Checkpoint(long bytes, long written, double seconds) {}
}
