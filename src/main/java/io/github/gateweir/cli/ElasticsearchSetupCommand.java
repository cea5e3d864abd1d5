package io.github.gateweir.cli;

import io.github.gateweir.config.ElasticsearchSettings;
import io.github.gateweir.config.SettingsException;
import io.github.gateweir.config.UnreachableException;
import io.github.gateweir.elasticsearch.ElasticsearchClient;
import io.github.gateweir.elasticsearch.Endpoint;
import io.github.gateweir.elasticsearch.setup.ElasticsearchSetup;
import io.github.gateweir.elasticsearch.setup.Report;
import io.github.gateweir.elasticsearch.setup.SetupException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code elasticsearch setup}: templates, lifecycle policy and ingest pipeline. */
@Command(
    name = "setup",
    description = {
      "Install templates, a lifecycle policy and an ingest pipeline for the job's documents.",
      "May be run again. Prints one line for each object: created, changed, unchanged, or left out"
          + " with the reason. What is not Gateweir's is never touched."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:everything is as it must be, as far as this server can have it",
      "2:wrong usage, settings or credentials",
      "3:the server refused or did not answer, or it holds foreign objects of the same names"
    })
public final class ElasticsearchSetupCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private SettingsOptions settings;

  @Override
  public Integer call() throws IOException {
    Report report = install(settings.loader().loadElasticsearch());
    PrintWriter out = spec.commandLine().getOut();
    report.lines().forEach(out::println);
    out.flush();
    PrintWriter err = spec.commandLine().getErr();
    report.notes().forEach(err::println);
    err.flush();
    return ExitCodes.DONE;
  }

  /**
   * Installs what the documents need.
   *
   * @throws SettingsException for credentials that are not accepted
   * @throws UnreachableException when the server refuses otherwise or does not answer
   */
  static Report install(ElasticsearchSettings settings) throws IOException {
    Endpoint endpoint = settings.endpoint();
    try (ElasticsearchClient client = new ElasticsearchClient(endpoint)) {
      return new ElasticsearchSetup(
              client::request, endpoint.toString(), settings.retention(), VersionProvider.version())
          .run();
    } catch (SetupException e) {
      throw e.reason() == SetupException.Cause.CREDENTIALS
          ? new SettingsException(e.getMessage(), e)
          : new UnreachableException(e.getMessage(), e);
    }
  }
}
