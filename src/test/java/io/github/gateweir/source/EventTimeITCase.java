package io.github.gateweir.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.gateweir.config.EventTimeSettings;
import io.github.gateweir.config.FileSourceMode;
import io.github.gateweir.config.FileSourceSettings;
import io.github.gateweir.gateway.Place;
import io.github.gateweir.gateway.RawRecord;
import io.github.gateweir.job.Inlet;
import io.github.gateweir.source.file.FileInlet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Event time in a cluster: a source of two subtasks, the operator behind it, a network edge, and
 * what Flink makes of the watermarks on the other side.
 */
class EventTimeITCase {

  private static final int SUBTASKS = 2;

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(SUBTASKS)
              .build());

  private static final String BEHIND_THE_SOURCE = "behind the source";
  private static final String DOWNSTREAM = "downstream";
  private static final long OUT_OF_ORDERNESS = 10_000;

  /** Short ones, for tests in which a subtask that stalls for a second does no harm. */
  private static final EventTimeSettings HASTY = settings(300, 1_000);

  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

  @TempDir Path folder;

  private JobClient job;
  private long sent;

  @BeforeEach
  void forgetTheTestBefore() {
    WatermarkProbe.forget();
  }

  @AfterEach
  void cancel() throws Exception {
    if (job != null && !job.getJobStatus().get().isGloballyTerminalState()) {
      job.cancel().get();
    }
  }

  @Test
  void aQuietInputGoesOnWithTheWallClock() throws Exception {
    ScriptedSource source = new ScriptedSource();
    ScriptedSource.Partition partition = source.partition(0);
    send(partition, NOON);
    long started = System.nanoTime();
    start(scripted(source, HASTY));

    eventually().until(() -> downstream() > behind(NOON) + 3_000);

    long passed = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
    assertThat(downstream())
        .as("it goes on from the last record and does not jump to the present")
        .isLessThanOrEqualTo(behind(NOON) + passed);
    send(partition, NOON.plusSeconds(3_600));
    eventually().until(() -> downstream() >= behind(NOON.plusSeconds(3_600)));
  }

  @Test
  void anIdlePartitionDoesNotHoldABusyOneOfTheSameSubtask() throws Exception {
    ScriptedSource source = new ScriptedSource();
    ScriptedSource.Partition idle = source.partition(0);
    ScriptedSource.Partition busy = source.partition(0);
    send(idle, NOON.minusSeconds(600));
    send(busy, NOON);
    start(scripted(source, settings(300, 3_600_000)));
    eventually().until(() -> downstream() >= behind(NOON.minusSeconds(600)));

    Replay replay = new Replay(busy, NOON);

    eventually().until(replay.until(() -> downstream() >= behind(NOON.plusSeconds(20))));
  }

  @Test
  void anIdleSubtaskNeitherHoldsNorPushesABusyOne() throws Exception {
    ScriptedSource source = new ScriptedSource();
    ScriptedSource.Partition busy = source.partition(0);
    ScriptedSource.Partition idle = source.partition(1);
    Replay replay = new Replay(busy, NOON);
    replay.step();
    Instant ahead = NOON.plus(Duration.ofDays(1));
    send(idle, ahead);
    start(scripted(source, settings(2_000, 3_000)));

    eventually()
        .until(
            replay.until(
                () -> WatermarkProbe.current(BEHIND_THE_SOURCE, 1) > behind(ahead) + 5_000));

    assertThat(downstream())
        .as("the busy one's watermark, though the other's goes on a day ahead of it")
        .isLessThanOrEqualTo(behind(replay.newest()));
    Instant target = replay.newest().plusSeconds(10);
    eventually().until(replay.until(() -> downstream() >= behind(target)));
    assertThat(downstream()).isLessThanOrEqualTo(behind(replay.newest()));
  }

  @Test
  void aFinishedPartitionBesideAnIdleOneIsNotTheEndOfEventTime() throws Exception {
    ScriptedSource source = new ScriptedSource();
    ScriptedSource.Partition finished = source.partition(0);
    ScriptedSource.Partition idle = source.partition(0);
    ScriptedSource.Partition finishedElsewhere = source.partition(1);
    send(finished, NOON);
    send(finishedElsewhere, NOON);
    send(idle, NOON.minusSeconds(60));
    finished.finish();
    finishedElsewhere.finish();
    start(scripted(source, HASTY));

    eventually().until(() -> downstream() > behind(NOON) + 3_000);

    assertThat(downstream()).isLessThan(behind(NOON) + 3_600_000);
  }

  @Test
  void watchedFilesThatAreFinishedAreNotTheEndOfEventTime() throws Exception {
    write("a.log", Stream.of(NOON.minusSeconds(1), NOON));
    write("b.log", Stream.of(NOON.minusSeconds(60)));
    start(new FileInlet(files(FileSourceMode.WATCH), HASTY));

    eventually().until(() -> downstream() > behind(NOON) + 3_000);
    assertThat(downstream()).isLessThan(behind(NOON) + 3_600_000);

    Instant later = NOON.plus(Duration.ofDays(1));
    write("c.log", Stream.of(later));
    eventually().until(() -> downstream() > behind(later) + 1_000);
    assertThat(downstream()).isLessThan(behind(later) + 3_600_000);
  }

  @Test
  void boundedFilesHaveNoWatermarkBeforeTheEnd() throws Exception {
    for (int file = 0; file < 6; file++) {
      Instant from = NOON.plusSeconds(600L * file);
      write("file-" + file + ".log", Stream.iterate(from, time -> time.plusMillis(100)).limit(500));
    }
    start(new FileInlet(files(FileSourceMode.BOUNDED), HASTY));

    job.getJobExecutionResult().get();

    for (int subtask = 0; subtask < SUBTASKS; subtask++) {
      assertThat(WatermarkProbe.seen(DOWNSTREAM, subtask)).containsExactly(Long.MAX_VALUE);
    }
  }

  @Test
  void aJobThatIsDrainedWhileItsInputIsIdleReachesTheEndOfEventTime() throws Exception {
    ScriptedSource source = new ScriptedSource();
    send(source.partition(0), NOON);
    start(scripted(source, HASTY));
    eventually().until(() -> downstream() > behind(NOON));

    job.stopWithSavepoint(true, "file://" + folder, SavepointFormatType.CANONICAL).get();

    for (int subtask = 0; subtask < SUBTASKS; subtask++) {
      assertThat(WatermarkProbe.current(DOWNSTREAM, subtask)).isEqualTo(Long.MAX_VALUE);
    }
  }

  /** A partition in which there is always one more record, a second later than the last one. */
  private final class Replay {
    private final ScriptedSource.Partition partition;
    private Instant newest;

    Replay(ScriptedSource.Partition partition, Instant first) {
      this.partition = partition;
      newest = first;
    }

    void step() {
      newest = newest.plusSeconds(1);
      send(partition, newest);
    }

    Instant newest() {
      return newest;
    }

    Callable<Boolean> until(Callable<Boolean> condition) {
      return () -> {
        step();
        return condition.call();
      };
    }
  }

  private static EventTimeSettings settings(long idleness, long quiet) {
    return new EventTimeSettings(
        Duration.ofMillis(OUT_OF_ORDERNESS),
        Duration.ofMillis(idleness),
        Duration.ofMillis(quiet),
        Duration.ofMinutes(10));
  }

  private static Inlet scripted(ScriptedSource source, EventTimeSettings settings) {
    return env ->
        Sources.keepEventTime(
            env.fromSource(source, Sources.streaming(settings), "scripted"), settings);
  }

  private FileSourceSettings files(FileSourceMode mode) {
    return new FileSourceSettings(
        List.of(folder.toString()), mode, Duration.ofMillis(50), Duration.ZERO, Duration.ofDays(7));
  }

  private void start(Inlet inlet) throws Exception {
    Configuration settings = new Configuration();
    settings.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, Duration.ofMillis(50));
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(settings).setParallelism(SUBTASKS);
    probe(
            probe(inlet.read(env), BEHIND_THE_SOURCE).keyBy(raw -> raw.place().position()),
            DOWNSTREAM)
        .sinkTo(new DiscardingSink<>());
    job = env.executeAsync();
  }

  private static DataStream<RawRecord> probe(DataStream<RawRecord> stream, String name) {
    return stream.transform(name, stream.getType(), new WatermarkProbe<>(name));
  }

  /** The lower of the watermarks on the other side of the network. */
  private static long downstream() {
    return Math.min(WatermarkProbe.current(DOWNSTREAM, 0), WatermarkProbe.current(DOWNSTREAM, 1));
  }

  /** The watermark when a record of this time is the newest. */
  private static long behind(Instant newest) {
    return newest.toEpochMilli() - OUT_OF_ORDERNESS - 1;
  }

  private static ConditionFactory eventually() {
    return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20));
  }

  private void send(ScriptedSource.Partition partition, Instant time) {
    partition.send(RawRecord.of(line(time).getBytes(UTF_8), Place.inFile("scripted", ++sent)));
  }

  private void write(String name, Stream<Instant> times) throws IOException {
    Path hidden = folder.resolve("." + name);
    Files.writeString(
        hidden, times.map(EventTimeITCase::line).collect(Collectors.joining("\n", "", "\n")));
    Files.move(hidden, folder.resolve(name));
  }

  private static String line(Instant time) {
    return "{\"Datetime\":\"" + time + "\",\"SessionID\":\"s\"}";
  }
}
