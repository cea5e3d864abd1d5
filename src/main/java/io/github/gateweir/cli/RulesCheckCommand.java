package io.github.gateweir.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gateweir.detection.Detections;
import io.github.gateweir.sigma.rule.Problem;
import io.github.gateweir.sigma.rule.Problem.Severity;
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

/** {@code rules check}: what is wrong with rules. */
@Command(
    name = "check",
    description = "Say what is wrong with rules, with file, line and column.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:no rule is refused", "1:rules are refused", "2:wrong usage"})
public final class RulesCheckCommand implements Callable<Integer> {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Mixin private RuleOptionsMixin options;

  @Option(
      names = "--any-event",
      description = "For events of any kind: no check of field names and log sources.")
  private boolean anyEvent;

  @Parameters(
      paramLabel = "DIR",
      defaultValue = RuleOptionsMixin.SHIPPED,
      description = "A folder or file; without one, the rules that come with Gateweir.")
  private String folder;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    RuleSet set;
    List<Problem> problems;
    if (anyEvent) {
      set = options.forAnyEvent(folder);
      problems = set.problems();
    } else {
      Detections detections = JobRules.load(options.ruleFiles(folder));
      set = detections.set();
      problems = detections.problems();
    }
    Totals totals = Totals.of(set, problems);
    PrintWriter out = spec.commandLine().getOut();
    if (options.isJson()) {
      out.println(json(totals, problems));
    } else {
      problems.forEach(out::println);
      out.printf(
          "%d rules: %d are right, %d with warnings, %d are refused%n",
          totals.rules(), totals.ok(), totals.warnings(), totals.refused());
    }
    out.flush();
    return totals.refused() == 0 ? ExitCodes.DONE : ExitCodes.FAULTS;
  }

  /** How many rules there are, are right, have warnings and are refused. */
  private record Totals(int rules, int ok, int warnings, int refused) {
    static Totals of(RuleSet set, List<Problem> problems) {
      int refused = Math.max(set.refused(), rulesWith(problems, Severity.ERROR));
      return new Totals(
          set.documents(),
          set.documents() - refused,
          rulesWith(problems, Severity.WARNING),
          refused);
    }

    private static int rulesWith(List<Problem> problems, Severity severity) {
      return (int)
          problems.stream()
              .filter(problem -> problem.severity() == severity)
              .map(problem -> problem.mark().file() + '\n' + problem.rule())
              .distinct()
              .count();
    }
  }

  private static String json(Totals totals, List<Problem> problems) throws IOException {
    ObjectNode json = JSON.createObjectNode();
    json.put("rules", totals.rules());
    json.put("ok", totals.ok());
    json.put("warnings", totals.warnings());
    json.put("refused", totals.refused());
    ArrayNode all = json.putArray("problems");
    for (Problem problem : problems) {
      all.addObject()
          .put("file", problem.mark().file())
          .put("line", problem.mark().line())
          .put("column", problem.mark().column())
          .put("rule", problem.rule())
          .put("severity", problem.severity().label())
          .put("code", problem.code().label())
          .put("message", problem.message());
    }
    return JSON.writeValueAsString(json);
  }
}
