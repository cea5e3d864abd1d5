package io.github.gateweir.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gateweir.sigma.compile.Explanation;
import io.github.gateweir.sigma.rule.Problem;
import io.github.gateweir.sigma.rule.Rule;
import io.github.gateweir.sigma.rule.RuleSet;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rules explain}: why a rule matches an event or does not. */
@Command(
    name = "explain",
    description = "Say why a rule matches an event or does not: each condition with its value.")
public final class RulesExplainCommand implements Callable<Integer> {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Mixin private RuleOptionsMixin options;

  @Option(names = "--any-event", description = "The event is a JSON object of any kind.")
  private boolean anyEvent;

  @Parameters(
      index = "0",
      paramLabel = "RULE",
      description = "A rule file, or the id or title of a rule that comes with Gateweir.")
  private String rule;

  @Parameters(
      index = "1",
      paramLabel = "EVENT",
      description = "A file with raw records, ECS documents or other JSON, one a line; - is input.")
  private String event;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    List<Rule> rules = rules();
    LineMatcher matcher = new LineMatcher(rules, anyEvent);
    PrintWriter out = spec.commandLine().getOut();
    matcher.read(
        List.of(event),
        input -> {
          for (Rule each : rules) {
            Explanation explanation = matcher.explain(each, input);
            if (options.isJson()) {
              out.println(json(each, input.number(), explanation));
            } else {
              out.printf(
                  "line %d: %s %s%n",
                  input.number(), each.title(), explanation.holds() ? "matches" : "does not match");
              write(out, explanation, 1);
            }
          }
        });
    out.flush();
    return ExitCodes.DONE;
  }

  private List<Rule> rules() throws IOException {
    boolean isFile = Files.exists(Path.of(rule));
    String from = isFile ? rule : RuleOptionsMixin.SHIPPED;
    RuleSet set =
        anyEvent ? options.forAnyEvent(from) : JobRules.load(options.ruleFiles(from)).set();
    List<Rule> rules =
        set.rules().stream()
            .filter(each -> isFile || rule.equals(each.id()) || rule.equals(each.title()))
            .toList();
    if (rules.isEmpty()) {
      throw new UsageException(
          isFile
              ? set.problems().stream()
                  .map(Problem::toString)
                  .findFirst()
                  .orElse(rule + " has no rule that is evaluated on single events.")
              : "There is no file and no rule %s: see gateweir rules list.".formatted(rule));
    }
    return rules;
  }

  private static void write(PrintWriter out, Explanation explanation, int depth) {
    out.printf(
        "%s%s %s%s%n",
        "  ".repeat(depth),
        explanation.holds() ? "yes" : "no ",
        explanation.what(),
        explanation.value() == null ? "" : "  [" + explanation.value() + "]");
    explanation.parts().forEach(part -> write(out, part, depth + 1));
  }

  private static String json(Rule rule, long number, Explanation explanation) throws IOException {
    ObjectNode json = JSON.createObjectNode();
    json.put("line", number);
    json.put("rule", rule.id());
    json.put("title", rule.title());
    json.set("explanation", json(explanation));
    return JSON.writeValueAsString(json);
  }

  private static ObjectNode json(Explanation explanation) {
    ObjectNode json = JSON.createObjectNode();
    json.put("what", explanation.what());
    json.put("holds", explanation.holds());
    if (explanation.value() != null) {
      json.put("value", explanation.value());
    }
    if (!explanation.parts().isEmpty()) {
      ArrayNode parts = json.putArray("parts");
      explanation.parts().forEach(part -> parts.add(json(part)));
    }
    return json;
  }
}
