package io.github.gateweir.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.gateweir.config.EventTimeSettings;
import io.github.gateweir.config.FileSourceMode;
import io.github.gateweir.config.FileSourceSettings;
import io.github.gateweir.detection.RuleFiles;
import io.github.gateweir.ecs.Profile;
import io.github.gateweir.gateway.DatetimeScanner;
import io.github.gateweir.generate.Detection;
import io.github.gateweir.generate.GeneratedLine;
import io.github.gateweir.generate.Generator;
import io.github.gateweir.generate.GeneratorSettings;
import io.github.gateweir.generate.Timestamps;
import io.github.gateweir.job.Outlet;
import io.github.gateweir.job.Outlets;
import io.github.gateweir.job.Pipeline;
import io.github.gateweir.job.PipelineSettings;
import io.github.gateweir.job.SessionRules;
import io.github.gateweir.sink.Document;
import io.github.gateweir.source.file.FileInlet;
import io.github.gateweir.testing.TestSize;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.testutils.InMemoryReporter;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** One record with a time that cannot be right, among many whose times are. */
class SuspectTimestampITCase {

  private static final int RECORDS = TestSize.records(20_000, 100_000);
  private static final Duration OUT_OF_ORDERNESS = Duration.ofMinutes(5);
  private static final String WRITTEN = "written";
  private static final String SUSPECT =
      "{\"Datetime\":\"2099-01-01T00:00:00Z\",\"SessionID\":\"from-2099\"}\n";

  private static final InMemoryReporter METRICS = InMemoryReporter.create();

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(1)
              .setConfiguration(METRICS.addToConfiguration(new Configuration()))
              .build());

  private static final Queue<String> DOCUMENTS = new ConcurrentLinkedQueue<>();

  @TempDir Path folder;

  @BeforeEach
  void forgetTheTestBefore() {
    DOCUMENTS.clear();
    WatermarkProbe.forget();
  }

  @Test
  void isWrittenAndMarkedAndMakesNothingLate() throws Exception {
    long newest = writeLog(folder.resolve("network.log"));
    JobClient job = start();
    try {
      await()
          .atMost(Duration.ofMinutes(2))
          .untilAsserted(() -> assertThat(DOCUMENTS).hasSize(RECORDS + 1));

      assertThat(DOCUMENTS)
          .filteredOn(document -> document.contains("\"timestamp_suspect\":true"))
          .singleElement()
          .asString()
          .contains("from-2099", "\"@timestamp\":\"2099-01-01T00:00:00Z\"");
      assertThat(counter(job, "suspectTimestamps")).isOne();
      assertThat(counter(job, "lateRecords")).isZero();
      await()
          .untilAsserted(
              () ->
                  assertThat(WatermarkProbe.current(WRITTEN, 0))
                      .isEqualTo(newest - OUT_OF_ORDERNESS.toMillis() - 1));
    } finally {
      job.cancel().get();
    }
  }

  /** Writes the records with the suspect one in their middle; returns the time of the newest. */
  private static long writeLog(Path file) throws IOException {
    Generator generator =
        new Generator(
            new GeneratorSettings(
                RECORDS,
                OptionalLong.empty(),
                7,
                Set.of(Detection.values()),
                Timestamps.RFC3339,
                GeneratorSettings.DEFAULT_START,
                0));
    long newest = Long.MIN_VALUE;
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int i = 0; generator.hasNext(); i++) {
        if (i == RECORDS / 2) {
          out.write(SUSPECT.getBytes(UTF_8));
        }
        GeneratedLine line = generator.next();
        newest = Math.max(newest, DatetimeScanner.epochMillis(line.bytes()));
        out.write(line.bytes());
        out.write('\n');
      }
    }
    return newest;
  }

  private JobClient start() throws Exception {
    // Nothing goes on with the wall clock during the test.
    EventTimeSettings eventTime =
        new EventTimeSettings(
            OUT_OF_ORDERNESS, Duration.ofHours(1), Duration.ofHours(1), Duration.ofMinutes(10));
    FileSourceSettings files =
        new FileSourceSettings(
            List.of(folder.toString()),
            FileSourceMode.WATCH,
            Duration.ofMillis(50),
            Duration.ZERO,
            Duration.ofDays(7));
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment().setParallelism(1);
    Outlet outlet =
        documents -> {
          documents
              .transform(WRITTEN, documents.getType(), new WatermarkProbe<>(WRITTEN))
              .map(new Collected())
              .sinkTo(new DiscardingSink<>());
          return Optional.empty();
        };
    Outlet nowhere =
        letters -> {
          letters.sinkTo(new DiscardingSink<>());
          return Optional.empty();
        };
    Pipeline.build(
        env,
        new FileInlet(files, eventTime),
        new Outlets(outlet, nowhere, nowhere, nowhere),
        new PipelineSettings(
            Profile.EXTENDED,
            eventTime.maxAhead(),
            Duration.ZERO,
            RuleFiles.none(),
            new SessionRules(Duration.ofMinutes(30), Duration.ofHours(24), 3, 50, false)));
    return env.executeAsync();
  }

  private static long counter(JobClient job, String name) {
    return METRICS.findMetrics(job.getJobID(), name).values().stream()
        .mapToLong(metric -> ((Counter) metric).getCount())
        .sum();
  }

  private static final class Collected implements MapFunction<Document, Document> {
    private static final long serialVersionUID = 1L;

    @Override
    public Document map(Document document) {
      DOCUMENTS.add(new String(document.json(), UTF_8));
      return document;
    }
  }
}
