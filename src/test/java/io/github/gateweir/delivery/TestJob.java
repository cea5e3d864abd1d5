package io.github.gateweir.delivery;

import io.github.gateweir.config.Delivery;
import io.github.gateweir.config.EventTimeSettings;
import io.github.gateweir.config.FlinkConf;
import io.github.gateweir.config.KafkaSinkSettings;
import io.github.gateweir.config.KafkaSourceSettings;
import io.github.gateweir.config.Overrides;
import io.github.gateweir.config.StartingOffsets;
import io.github.gateweir.ecs.Profile;
import io.github.gateweir.gateway.RawRecord;
import io.github.gateweir.job.Inlet;
import io.github.gateweir.job.Outlets;
import io.github.gateweir.job.Pipeline;
import io.github.gateweir.job.PipelineSettings;
import io.github.gateweir.sink.SinkStream;
import io.github.gateweir.sink.kafka.KafkaOutlet;
import io.github.gateweir.source.kafka.KafkaInlet;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job with the settings that Gateweir comes with, and a function of the test in its stream. */
final class TestJob {
  static final EventTimeSettings EVENT_TIME =
      new EventTimeSettings(
          Duration.ofMinutes(5),
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          Duration.ofMinutes(10));

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
    Pipeline.build(
        env,
        watched,
        outlets,
        new PipelineSettings(Profile.EXTENDED, EVENT_TIME.maxAhead(), Duration.ZERO));
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

  /** Exactly-once to {@code NAME-events} and {@code NAME-dead-letters}. */
  static Outlets toTopics(String servers, String name, int maxRecordSize) {
    KafkaSinkSettings kafka =
        new KafkaSinkSettings(
            servers,
            Delivery.EXACTLY_ONCE,
            name + "-events",
            name + "-dead-letters",
            Duration.ofMinutes(14),
            name,
            maxRecordSize,
            Map.of());
    return new Outlets(
        new KafkaOutlet(SinkStream.EVENTS, kafka.eventsTopic(), kafka),
        new KafkaOutlet(SinkStream.DEAD_LETTERS, kafka.deadLettersTopic(), kafka));
  }
}
