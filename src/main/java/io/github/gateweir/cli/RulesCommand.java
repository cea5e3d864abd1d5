package io.github.gateweir.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code rules}: the commands for Sigma rules. None of them needs Flink. */
@Command(
    name = "rules",
    description = "Check, list, try and explain Sigma rules, without Flink.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      RulesCheckCommand.class,
      RulesListCommand.class,
      RulesTestCommand.class,
      RulesMatchCommand.class,
      RulesExplainCommand.class,
      RulesBacktestCommand.class,
      RulesNavigatorCommand.class
    })
public final class RulesCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitCodes.USAGE;
  }
}
