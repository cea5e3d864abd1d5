package io.github.gateweir.cli;

import io.github.gateweir.generate.GenerateCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** {@code gateweir}: the commands that there are. */
@Command(
    name = "gateweir",
    description = "Cloudflare Gateway network logs to ECS events, as an Apache Flink job.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = VersionProvider.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      RunCommand.class,
      MapCommand.class,
      ReplayCommand.class,
      RulesCommand.class,
      ElasticsearchCommand.class
    })
public final class Commands {

  /** A command line whose errors are sentences and whose exit codes are {@link ExitCodes}. */
  public static CommandLine commandLine() {
    Failures failures = new Failures();
    KafkaTopics topics = new KafkaTopics();
    CommandLine generate = new CommandLine(new GenerateCommand(topics));
    generate.addMixin("kafka", topics);
    return new CommandLine(new Commands())
        .addSubcommand(generate)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(failures)
        .setParameterExceptionHandler(failures);
  }
}
