package io.github.gateweir.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gateweir.sigma.rule.Problem;
import io.github.gateweir.sigma.rule.Problem.Severity;
import io.github.gateweir.sigma.rule.Rule;
import io.github.gateweir.sigma.rule.RuleSet;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rules match}: which rules lines match. */
@Command(
    name = "match",
    description = {
      "Match lines against rules, without Flink: raw records, or ECS documents.",
      "Each match goes to standard output, one JSON object a line; lines are counted from 1."
    })
public final class RulesMatchCommand implements Callable<Integer> {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Mixin private RuleOptionsMixin options;

  @Option(
      names = "--rules",
      paramLabel = "DIR",
      defaultValue = RuleOptionsMixin.SHIPPED,
      description = "A folder or file; without it, the rules that come with Gateweir.")
  private String folder;

  @Option(
      names = "--any-event",
      description = "The input is JSON objects of any kind, flat or nested, on any lines.")
  private boolean anyEvent;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "Files, plain or gzip; - or nothing is standard input.")
  private List<String> files = List.of();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    LineMatcher matcher = new LineMatcher(rules(), anyEvent);
    PrintWriter out = spec.commandLine().getOut();
    matcher.read(
        files,
        input -> {
          for (Rule rule : matcher.match(input)) {
            out.println(json(input.number(), rule));
          }
        });
    out.flush();
    return ExitCodes.DONE;
  }

  private List<Rule> rules() throws IOException {
    RuleSet set =
        anyEvent ? options.forAnyEvent(folder) : JobRules.load(options.ruleFiles(folder)).set();
    PrintWriter err = spec.commandLine().getErr();
    for (Problem problem : set.problems()) {
      if (problem.severity() == Severity.ERROR) {
        err.println(problem);
      }
    }
    err.flush();
    return set.rules();
  }

  private static String json(long number, Rule rule) throws IOException {
    ObjectNode json = JSON.createObjectNode();
    json.put("line", number);
    json.put("rule", rule.id());
    json.put("title", rule.title());
    json.put("level", rule.level());
    return JSON.writeValueAsString(json);
  }
}
