package io.github.gateweir.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gateweir.detection.Detections;
import io.github.gateweir.sigma.rule.Rule;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rules list}: which rules there are. */
@Command(name = "list", description = "List the rules of a folder that are not refused.")
public final class RulesListCommand implements Callable<Integer> {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Mixin private RuleOptionsMixin options;

  @Parameters(
      paramLabel = "DIR",
      defaultValue = RuleOptionsMixin.SHIPPED,
      description = "A folder or file; without one, the rules that come with Gateweir.")
  private String folder;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Detections detections = JobRules.load(options.ruleFiles(folder));
    PrintWriter out = spec.commandLine().getOut();
    if (options.isJson()) {
      ArrayNode all = JSON.createArrayNode();
      detections.set().rules().forEach(rule -> add(all, rule));
      out.println(JSON.writeValueAsString(all));
    } else {
      for (Rule rule : detections.set().rules()) {
        out.printf(
            "%-8s %-12s %s  %s  (%s)%n",
            orDash(rule.level()),
            orDash(rule.status()),
            orDash(rule.id()),
            rule.title(),
            rule.mark().file());
      }
    }
    out.flush();
    return ExitCodes.DONE;
  }

  private static void add(ArrayNode all, Rule rule) {
    ObjectNode json = all.addObject();
    json.put("id", rule.id());
    json.put("title", rule.title());
    json.put("level", rule.level());
    json.put("status", rule.status());
    json.put("file", rule.mark().file());
    ArrayNode tags = json.putArray("tags");
    rule.tags().forEach(tags::add);
  }

  private static String orDash(String text) {
    return text == null ? "-" : text;
  }
}
