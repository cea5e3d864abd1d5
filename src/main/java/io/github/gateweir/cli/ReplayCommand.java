package io.github.gateweir.cli;

import io.github.gateweir.config.KafkaSinkSettings;
import io.github.gateweir.config.KafkaSourceSettings;
import io.github.gateweir.config.Settings;
import io.github.gateweir.config.SettingsException;
import io.github.gateweir.config.SinkStream;
import io.github.gateweir.config.SinkType;
import io.github.gateweir.config.StartingOffsets;
import io.github.gateweir.job.Inlet;
import io.github.gateweir.job.RunSummary;
import io.github.gateweir.source.deadletter.DeadLetterInlet;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.flink.configuration.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code replay}: dead letters back through the job. */
@Command(
    name = "replay",
    description = {
      "Send dead letters through the job again, after what was wrong has been put right.",
      "They are read from --input, or else from the topic that the settings send dead letters to."
          + " Move files of dead letters away first: those that fail again are written anew."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:done",
      "2:wrong usage or settings",
      "3:the job failed, or something it needs is out of reach"
    })
public final class ReplayCommand implements Callable<Integer> {

  private static final String GROUP = "gateweir-replay";

  @Spec private CommandSpec spec;
  @Mixin private JobOptions options;

  @Override
  public Integer call() throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    Optional<RunSummary> summary =
        options.job(err).execute("gateweir replay", new FromDeadLetters());
    summary.ifPresent(counts -> SummaryJson.print(counts, spec.commandLine().getOut()));
    return ExitCodes.DONE;
  }

  private final class FromDeadLetters implements JobRun.Plan {

    @Override
    public Settings settings(Configuration flink) {
      Settings settings = options.settings(flink);
      if (options.hasInput()) {
        return settings;
      }
      if (settings.sinks().type(SinkStream.DEAD_LETTERS) != SinkType.KAFKA) {
        throw new SettingsException(
            "Dead letters go to "
                + settings.sinks().type(SinkStream.DEAD_LETTERS).name().toLowerCase(Locale.ROOT)
                + ": move them to a folder of their own and name it with --input.");
      }
      return settings.withSource(deadLetterTopic(settings.sinks().kafka()));
    }

    @Override
    public Inlet inlet(Settings settings) {
      return new DeadLetterInlet(
          Connectors.inlet(
              settings.source(), settings.eventTime(), DeadLetterInlet.LONGEST_DOCUMENT),
          consumer(settings));
    }
  }

  /** The topic up to its present end, from where the last replay ended. */
  private static KafkaSourceSettings deadLetterTopic(KafkaSinkSettings kafka) {
    return new KafkaSourceSettings(
        kafka.bootstrapServers(),
        List.of(kafka.topic(SinkStream.DEAD_LETTERS)),
        null,
        GROUP,
        StartingOffsets.COMMITTED,
        true,
        kafka.properties());
  }

  /** How to reach the topics that truncated dead letters came from. */
  private static Map<String, String> consumer(Settings settings) {
    if (settings.source() instanceof KafkaSourceSettings kafka) {
      Map<String, String> consumer = new HashMap<>(kafka.properties());
      consumer.put("bootstrap.servers", kafka.bootstrapServers());
      return consumer;
    }
    return Map.of();
  }
}
