package io.github.gateweir.source.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.gateweir.gateway.RawRecord;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class LogFileSourceITCase {

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  private static final Queue<String> SEEN = new ConcurrentLinkedQueue<>();
  private static final AtomicBoolean FAILED = new AtomicBoolean();

  @TempDir Path folder;

  @BeforeEach
  void forgetTheTestBefore() {
    SEEN.clear();
    FAILED.set(false);
  }

  @Test
  void readsAFolderOfPlainAndGzipFilesOnceWithPlacesAndTimes() throws Exception {
    List<String> expected = new ArrayList<>();
    for (int file = 0; file < 9; file++) {
      expected.addAll(
          write("2023071%d/%d.log".formatted(file % 3, file), 50 * file, file % 2 == 0));
    }
    write("20230711/_unfinished", 3, false);

    List<String> read = collect(environment(new Configuration()), raw -> raw);

    assertThat(read).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void losesAndDoublesNothingWhenItFailsAfterACheckpoint() throws Exception {
    List<String> expected = new ArrayList<>(write("a.log", 10_000, false));
    expected.addAll(write("b.log.gz", 10_000, true));
    expected.addAll(write("c.log", 100, false));
    Configuration settings = new Configuration();
    settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(20));
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1);
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ZERO);

    List<String> read = collect(environment(settings), new FailAfterCheckpoint());

    assertThat(FAILED).as("it failed after a checkpoint").isTrue();
    assertThat(read.stream().sorted())
        .containsExactlyElementsOf(expected.stream().sorted().toList());
  }

  @Test
  void endsWhenAFolderIsEmpty() throws Exception {
    assertThat(collect(environment(new Configuration()), raw -> raw)).isEmpty();
  }

  @Test
  void failsWithASentenceWhenThePathDoesNotExist() {
    folder = folder.resolve("missing");

    assertThatThrownBy(() -> collect(environment(new Configuration()), raw -> raw))
        .rootCause()
        .isInstanceOf(FileNotFoundException.class)
        .hasMessageStartingWith("The path " + folder + " does not exist");
  }

  @Test
  void readsFilesThatArriveWhileItWatches() throws Exception {
    List<String> expected = new ArrayList<>(write("a.log", 3, false));
    age("a.log");
    JobClient job = watch();
    try {
      awaitSeen(expected);

      expected.addAll(write("b.log.part", 4, true));
      age("b.log.part");
      Files.move(folder.resolve("b.log.part"), folder.resolve("b.log"));
      expected.replaceAll(line -> line.replace("b.log.part:", "b.log:"));
      awaitSeen(expected);
    } finally {
      job.cancel().get();
    }
  }

  @Test
  void readsAFileThatGrowsWhenItHasSettled() throws Exception {
    write("growing.log", 2, false);
    JobClient job = watch();
    try {
      List<String> expected = new ArrayList<>(write("first.log", 1, false));
      age("first.log");
      awaitSeen(expected);

      // The later listing that found the first file saw this one too, and left it alone.
      expected.addAll(write("growing.log", 5, false));
      age("growing.log");
      awaitSeen(expected);
    } finally {
      job.cancel().get();
    }
  }

  private static void awaitSeen(List<String> expected) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(SEEN).containsExactlyInAnyOrderElementsOf(expected));
  }

  private static StreamExecutionEnvironment environment(Configuration settings) {
    settings.set(PipelineOptions.GENERIC_TYPES, false);
    settings.set(PipelineOptions.OBJECT_REUSE, true);
    return StreamExecutionEnvironment.getExecutionEnvironment(settings).setParallelism(2);
  }

  private DataStream<RawRecord> read(StreamExecutionEnvironment env, LogFileSource source) {
    return env.fromSource(
        source,
        WatermarkStrategy.<RawRecord>forMonotonousTimestamps()
            .withTimestampAssigner((raw, time) -> 1_000 + raw.place().position()),
        "log-files");
  }

  /** Everything that is read, each line as its place, its time and its text. */
  private List<String> collect(
      StreamExecutionEnvironment env, MapFunction<RawRecord, RawRecord> between) throws Exception {
    DataStream<String> lines =
        read(env, LogFileSource.bounded(paths()))
            .map(between)
            .returns(RawRecord.class)
            .transform("record", Types.STRING, new RecordInState());
    return lines.executeAndCollect(1_000_000);
  }

  private JobClient watch() throws Exception {
    StreamExecutionEnvironment env = environment(new Configuration());
    WatchSettings settings =
        new WatchSettings(Duration.ofMillis(50), Duration.ofHours(1), Duration.ofDays(7));
    read(env, LogFileSource.watching(paths(), settings))
        .map(
            raw -> {
              SEEN.add(render(raw, 1_000 + raw.place().position()));
              return raw;
            })
        .returns(RawRecord.class)
        .sinkTo(new DiscardingSink<>());
    return env.executeAsync();
  }

  private List<org.apache.flink.core.fs.Path> paths() {
    return List.of(new org.apache.flink.core.fs.Path(folder.toString()));
  }

  /** Writes a file of so many lines and tells what is to be read from it. */
  private List<String> write(String name, int lines, boolean gzip) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    String[] texts = new String[lines];
    Arrays.setAll(texts, line -> "line " + (line + 1) + " of " + name);
    byte[] bytes = String.join("\n", texts).getBytes(UTF_8);
    Files.write(file, gzip ? Samples.gzip(bytes) : bytes);
    List<String> expected = new ArrayList<>();
    for (int line = 1; line <= lines; line++) {
      expected.add("%s:%d@%d %s".formatted(file, line, 1_000 + line, texts[line - 1]));
    }
    return expected;
  }

  /** Makes a file look as if nobody had written to it for two hours. */
  private void age(String name) throws IOException {
    Files.setLastModifiedTime(
        folder.resolve(name), FileTime.from(Instant.now().minus(Duration.ofHours(2))));
  }

  private static String render(RawRecord raw, long time) {
    return "%s:%d@%d %s"
        .formatted(
            raw.place().origin(), raw.place().position(), time, new String(raw.line(), UTF_8));
  }

  /** Is slow until a checkpoint from the middle of a file is complete, then fails, but once. */
  private static final class FailAfterCheckpoint extends RichMapFunction<RawRecord, RawRecord>
      implements CheckpointedFunction, CheckpointListener {
    private static final long serialVersionUID = 1L;
    private transient long count;
    private transient long inTheMiddle;
    private transient boolean checkpointed;

    @Override
    public RawRecord map(RawRecord raw) {
      count++;
      if (!FAILED.get()) {
        if (checkpointed && FAILED.compareAndSet(false, true)) {
          throw new IllegalStateException("This failure is part of the test.");
        }
        LockSupport.parkNanos(100_000);
      }
      return raw;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) {
      inTheMiddle = Long.MAX_VALUE;
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) {
      if (count > 100) {
        inTheMiddle = Math.min(inTheMiddle, context.getCheckpointId());
      }
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) {
      checkpointed = checkpointId >= inTheMiddle;
    }
  }

  /** Keeps what it gets in its state and gives it out at the end: what failed is not in it. */
  private static final class RecordInState extends AbstractStreamOperator<String>
      implements OneInputStreamOperator<RawRecord, String>, BoundedOneInput {
    private static final long serialVersionUID = 1L;
    private transient ListState<String> lines;

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
      super.initializeState(context);
      lines =
          context
              .getOperatorStateStore()
              .getListState(new ListStateDescriptor<>("lines", Types.STRING));
    }

    @Override
    public void processElement(StreamRecord<RawRecord> element) throws Exception {
      lines.add(render(element.getValue(), element.getTimestamp()));
    }

    @Override
    public void endInput() throws Exception {
      for (String line : lines.get()) {
        output.collect(new StreamRecord<>(line));
      }
    }
  }
}
