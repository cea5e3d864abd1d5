package io.github.gateweir.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gateweir.detection.Detections;
import io.github.gateweir.detection.EcsModel;
import io.github.gateweir.ecs.EcsEvent;
import io.github.gateweir.ecs.EcsField;
import io.github.gateweir.sigma.compile.Contribution;
import io.github.gateweir.sigma.compile.RuleCompiler;
import io.github.gateweir.sigma.compile.RuleMatcher;
import io.github.gateweir.sigma.rule.Rule;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rules backtest}: how often rules would have matched recorded logs. */
@Command(
    name = "backtest",
    description = "Count the matches of rules in recorded logs, and say on what they matched most.")
public final class RulesBacktestCommand implements Callable<Integer> {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TOP = 5;

  @Mixin private RuleOptionsMixin options;

  @Parameters(
      index = "0",
      paramLabel = "DIR",
      description = "A folder or file with rules; \"shipped\" for those that come with Gateweir.")
  private String folder;

  @Parameters(
      index = "1..*",
      paramLabel = "FILE",
      description = "Logs, plain or gzip; - or nothing is standard input.")
  private List<String> files = List.of();

  @Spec private CommandSpec spec;

  /** The matches of a rule: how many, and how often on which value. */
  private static final class Matches {
    private long count;
    private final Map<String, Long> values = new TreeMap<>();
  }

  private long records;
  private long events;

  @Override
  public Integer call() throws IOException {
    Detections detections = JobRules.load(options.ruleFiles(folder));
    Map<Rule, Matches> matches = new LinkedHashMap<>();
    detections.set().rules().forEach(rule -> matches.put(rule, new Matches()));
    RuleMatcher<EcsEvent> matcher =
        new RuleCompiler<>(new EcsModel()).compile(detections.set().rules()).matcher();
    EventReader reader = new EventReader();
    EventReader.read(
        files,
        (number, line) -> {
          records++;
          EcsEvent event = reader.map(line);
          if (event != null) {
            events++;
            count(matcher, event, matches);
          }
        });
    write(matches);
    return ExitCodes.DONE;
  }

  private static void count(
      RuleMatcher<EcsEvent> matcher, EcsEvent event, Map<Rule, Matches> matches) {
    List<Rule> matched = new ArrayList<>();
    matcher.match(event, matched::add);
    for (Rule rule : matched) {
      Matches of = matches.get(rule);
      of.count++;
      of.values.merge(value(matcher.contributions(rule), event), 1L, Long::sum);
    }
  }

  private static String value(List<Contribution> parts, EcsEvent event) {
    String domain = EcsField.DESTINATION_DOMAIN.first(event);
    return parts.isEmpty() ? String.valueOf(domain) : parts.get(0).value();
  }

  private void write(Map<Rule, Matches> matches) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (options.isJson()) {
      out.println(json(matches));
    } else {
      out.printf("%,d records, %,d events%n", records, events);
      matches.forEach(
          (rule, of) -> {
            out.printf("%,10d  %s%n", of.count, rule.title());
            top(of).forEach(value -> out.printf("%,16d  %s%n", value.getValue(), value.getKey()));
          });
    }
    out.flush();
  }

  private static List<Map.Entry<String, Long>> top(Matches matches) {
    return matches.values.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
        .limit(TOP)
        .toList();
  }

  private String json(Map<Rule, Matches> matches) throws IOException {
    ObjectNode json = JSON.createObjectNode();
    json.put("records", records);
    json.put("events", events);
    ArrayNode rules = json.putArray("rules");
    matches.forEach(
        (rule, of) -> {
          ObjectNode each = rules.addObject();
          each.put("rule", rule.id());
          each.put("title", rule.title());
          each.put("matches", of.count);
          ArrayNode values = each.putArray("top");
          top(of)
              .forEach(
                  value ->
                      values
                          .addObject()
                          .put("value", value.getKey())
                          .put("count", value.getValue()));
        });
    return JSON.writeValueAsString(json);
  }
}
