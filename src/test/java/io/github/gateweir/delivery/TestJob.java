package io.github.gateweir.delivery;

import io.github.gateweir.config.Delivery;
import io.github.gateweir.config.EventTimeSettings;
import io.github.gateweir.config.FileSinkSettings;
import io.github.gateweir.config.FileSourceMode;
import io.github.gateweir.config.FileSourceSettings;
import io.github.gateweir.config.FlinkConf;
import io.github.gateweir.config.KafkaSinkSettings;
import io.github.gateweir.config.KafkaSourceSettings;
import io.github.gateweir.config.Overrides;
import io.github.gateweir.config.SettingsLoader;
import io.github.gateweir.config.SinkStream;
import io.github.gateweir.config.StartingOffsets;
import io.github.gateweir.detection.RuleFiles;
import io.github.gateweir.ecs.Profile;
import io.github.gateweir.gateway.DeadLetter;
import io.github.gateweir.gateway.RawRecord;
import io.github.gateweir.job.Inlet;
import io.github.gateweir.job.Outlet;
import io.github.gateweir.job.Outlets;
import io.github.gateweir.job.Pipeline;
import io.github.gateweir.job.PipelineSettings;
import io.github.gateweir.job.RunSummary;
import io.github.gateweir.job.SessionRules;
import io.github.gateweir.sink.Document;
import io.github.gateweir.sink.elasticsearch.ElasticsearchOutlet;
import io.github.gateweir.sink.file.FileOutlet;
import io.github.gateweir.sink.kafka.KafkaOutlet;
import io.github.gateweir.source.file.FileInlet;
import io.github.gateweir.source.kafka.KafkaInlet;
import io.github.gateweir.testing.KafkaClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** The job with the settings that Gateweir comes with, and a function of the test in its stream. */
final class TestJob {
  static final EventTimeSettings EVENT_TIME =
      new EventTimeSettings(
          Duration.ofMinutes(5),
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          Duration.ofMinutes(10));

  static final SessionRules SESSIONS =
      new SessionRules(Duration.ofMinutes(30), Duration.ofHours(24), 3, 50, false);

  private TestJob() {}

  /**
   * An environment with {@code flink-conf/config.yaml}, checkpoints more often, and restarts at
   * once.
   *
   * @param folder for the checkpoints
   * @param more settings of Flink, {@code key=value}
   */
  static StreamExecutionEnvironment environment(Path folder, int parallelism, String... more) {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "execution.checkpointing.dir=file://" + folder.resolve("checkpoints"),
                "execution.checkpointing.interval=250 ms",
                "execution.checkpointing.min-pause=0 s",
                "restart-strategy.type=fixed-delay",
                "restart-strategy.fixed-delay.attempts=20",
                "restart-strategy.fixed-delay.delay=0 s",
                "pipeline.auto-generate-uids=false"));
    settings.addAll(List.of(more));
    Configuration flink = FlinkConf.load(Path.of("flink-conf"), Overrides.parse(settings));
    return StreamExecutionEnvironment.getExecutionEnvironment(flink).setParallelism(parallelism);
  }

  /** Adds the job, with the function behind its source. */
  static void build(
      StreamExecutionEnvironment env,
      Inlet inlet,
      MapFunction<RawRecord, RawRecord> function,
      Outlets outlets) {
    Inlet watched =
        each -> inlet.read(each).map(function).returns(RawRecord.class).uid("test").name("test");
    build(env, watched, outlets);
  }

  /** Adds the job as it is. */
  static void build(StreamExecutionEnvironment env, Inlet inlet, Outlets outlets) {
    Pipeline.build(
        env,
        inlet,
        outlets,
        new PipelineSettings(
            Profile.EXTENDED, EVENT_TIME.maxAhead(), Duration.ZERO, RuleFiles.none(), SESSIONS));
  }

  /** Stops the job with a savepoint in the folder, and returns where that lies. */
  static String stop(JobClient job, Path folder) throws Exception {
    return stop(job, folder, false);
  }

  /** Stops the job as if its input had ended: event time comes to its end, and sessions close. */
  static void drain(JobClient job, Path folder) throws Exception {
    stop(job, folder, true);
  }

  private static String stop(JobClient job, Path folder, boolean endEventTime) throws Exception {
    String savepoints = folder.resolve("savepoints").toString();
    String savepoint =
        job.stopWithSavepoint(endEventTime, savepoints, SavepointFormatType.CANONICAL).get();
    job.getJobExecutionResult().get();
    return savepoint;
  }

  /** What the job did, when it has ended. */
  static RunSummary summary(JobClient job) throws Exception {
    return RunSummary.of(job.getJobExecutionResult().get().getAllAccumulatorResults(), 0);
  }

  static Inlet fromTopic(String servers, String topic, boolean bounded) {
    return new KafkaInlet(
        new KafkaSourceSettings(
            servers,
            List.of(topic),
            null,
            topic,
            new StartingOffsets(StartingOffsets.From.EARLIEST, null),
            bounded,
            Map.of()),
        EVENT_TIME);
  }

  /** Every log file of a folder, to its end. */
  static Inlet fromFolder(Path folder) {
    return new FileInlet(files(folder), EVENT_TIME);
  }

  static FileSourceSettings files(Path folder) {
    return new FileSourceSettings(
        List.of(folder.toString()),
        FileSourceMode.BOUNDED,
        Duration.ofSeconds(10),
        Duration.ofSeconds(10),
        Duration.ofDays(7));
  }

  static Outlets toFolder(Path folder) {
    return outlets(toFolder(SinkStream.EVENTS, folder), toFolder(SinkStream.DEAD_LETTERS, folder));
  }

  /** Outlets for the events and the dead letters; alerts and sessions go nowhere. */
  static Outlets outlets(Outlet events, Outlet deadLetters) {
    return new Outlets(events, TestJob::nowhere, TestJob::nowhere, deadLetters);
  }

  private static Optional<DataStream<DeadLetter>> nowhere(DataStream<Document> documents) {
    documents.sinkTo(new DiscardingSink<>()).uid("test-nowhere-" + documents.getId());
    return Optional.empty();
  }

  static Outlet toFolder(SinkStream stream, Path folder) {
    return new FileOutlet(
        stream, new FileSinkSettings(folder.toString(), 128 << 20, Duration.ofMinutes(5)));
  }

  /**
   * Both streams to Elasticsearch, which is tried again soon.
   *
   * @param more settings of the job, {@code key=value} without {@code gateweir.sink.elasticsearch.}
   */
  static Outlets toElasticsearch(String url, String namespace, String... more) {
    return outlets(
        toElasticsearch(SinkStream.EVENTS, url, namespace, more),
        toElasticsearch(SinkStream.DEAD_LETTERS, url, namespace, more));
  }

  static Outlet toElasticsearch(SinkStream stream, String url, String namespace, String... more) {
    Stream<String> settings =
        Stream.concat(
            Stream.of(
                "hosts=" + url,
                "namespace=" + namespace,
                "max-batch-delay=100 ms",
                "first-retry-delay=50 ms",
                "max-retry-delay=500 ms"),
            Stream.of(more));
    List<String> all =
        Stream.concat(
                Stream.of(
                    "gateweir.source.files.path=/logs",
                    "gateweir.sink.events=elasticsearch",
                    "gateweir.sink.dead-letters=elasticsearch"),
                settings.map(setting -> "gateweir.sink.elasticsearch." + setting))
            .toList();
    return new ElasticsearchOutlet(
        stream,
        new SettingsLoader(Map.of())
            .overrides(Overrides.parse(all))
            .load(new Configuration())
            .sinks()
            .elasticsearch());
  }

  /** Exactly-once to the topics of {@link #createTopics}. */
  static Outlets toTopics(String servers, String name, int maxRecordSize) {
    KafkaSinkSettings kafka =
        new KafkaSinkSettings(
            servers,
            Delivery.EXACTLY_ONCE,
            topics(name),
            Duration.ofMinutes(14),
            name,
            maxRecordSize,
            Map.of());
    return new Outlets(
        toTopic(SinkStream.EVENTS, kafka),
        toTopic(SinkStream.ALERTS, kafka),
        toTopic(SinkStream.SESSIONS, kafka),
        toTopic(SinkStream.DEAD_LETTERS, kafka));
  }

  private static Outlet toTopic(SinkStream stream, KafkaSinkSettings kafka) {
    return new KafkaOutlet(stream, kafka.topic(stream), kafka);
  }

  /**
   * Makes the topics of the streams, {@code NAME-events} and so on; only the events have several
   * partitions.
   */
  static void createTopics(KafkaClient client, String name, int partitions) {
    topics(name)
        .forEach(
            (stream, topic) ->
                client.createTopic(topic, stream == SinkStream.EVENTS ? partitions : 1));
  }

  private static Map<SinkStream, String> topics(String name) {
    return Stream.of(SinkStream.values())
        .collect(Collectors.toMap(stream -> stream, stream -> name + "-" + stream.label()));
  }
}
