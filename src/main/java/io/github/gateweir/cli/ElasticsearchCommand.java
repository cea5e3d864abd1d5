package io.github.gateweir.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code elasticsearch}: the commands for Elasticsearch and OpenSearch. */
@Command(
    name = "elasticsearch",
    description = "Prepare Elasticsearch or OpenSearch for the job's documents.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = ElasticsearchSetupCommand.class)
public final class ElasticsearchCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitCodes.USAGE;
  }
}
