package io.github.gateweir.cli;

import io.github.gateweir.detection.NavigatorLayer;
import io.github.gateweir.sigma.rule.RuleSet;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rules navigator}: what rules cover of ATT&CK. */
@Command(
    name = "navigator",
    description = "Write a layer for the ATT&CK Navigator (format 4.5): what the rules cover.")
public final class RulesNavigatorCommand implements Callable<Integer> {

  @Mixin private RuleOptionsMixin options;

  @Parameters(
      paramLabel = "DIR",
      defaultValue = RuleOptionsMixin.SHIPPED,
      description = "A folder or file; without one, the rules that come with Gateweir.")
  private String folder;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    RuleSet set = JobRules.load(options.ruleFiles(folder)).set();
    Map<String, List<String>> tags = new LinkedHashMap<>();
    set.rules().forEach(rule -> tags.put(rule.title(), rule.tags()));
    set.correlations().forEach(rule -> tags.put(rule.title(), rule.tags()));
    PrintWriter out = spec.commandLine().getOut();
    out.println(NavigatorLayer.of(tags));
    out.flush();
    return ExitCodes.DONE;
  }
}
