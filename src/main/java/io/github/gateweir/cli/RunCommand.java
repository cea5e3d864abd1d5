package io.github.gateweir.cli;

import io.github.gateweir.config.Settings;
import io.github.gateweir.job.Inlet;
import io.github.gateweir.job.RunSummary;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.flink.configuration.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code run}: the job. */
@Command(
    name = "run",
    description = {
      "Run the job: raw records in, ECS events and dead letters out.",
      "Inside this process, or on the cluster whose flink client runs it. A run that ends prints"
          + " its counts as one line of JSON."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:done",
      "1:there were dead letters, and --fail-on-dead-letters",
      "2:wrong usage or settings",
      "3:the job failed, or something it needs is out of reach"
    })
public final class RunCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private JobOptions options;

  @Option(
      names = "--fail-on-dead-letters",
      description = "End with exit code 1 when a run that ends had dead letters.")
  private boolean failOnDeadLetters;

  @Override
  public Integer call() throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    Optional<RunSummary> summary = options.job(err).execute("gateweir", new FromSource());
    summary.ifPresent(counts -> SummaryJson.print(counts, spec.commandLine().getOut()));
    boolean hadDeadLetters = summary.map(RunSummary::deadLetters).orElse(0L) > 0;
    return failOnDeadLetters && hadDeadLetters ? ExitCodes.FAULTS : ExitCodes.DONE;
  }

  private final class FromSource implements JobRun.Plan {

    @Override
    public Settings settings(Configuration flink) {
      return options.settings(flink);
    }

    @Override
    public Inlet inlet(Settings settings) {
      return Connectors.inlet(settings.source(), settings.eventTime());
    }
  }
}
