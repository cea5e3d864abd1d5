package io.github.gateweir.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gateweir.detection.Detections;
import io.github.gateweir.detection.RuleFiles;
import io.github.gateweir.sigma.rule.Rule;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code rules test}: whether rules match the samples beside them, and nothing that they must not.
 */
@Command(
    name = "test",
    description = {
      "Try rules on the samples beside them: every line of STEM.match.ndjson must match the rules of",
      "STEM.yml, no line of STEM.nomatch.ndjson may. The samples may lie in a folder samples, too."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:all samples are right", "1:some are not, or rules are refused", "2:usage"})
public final class RulesTestCommand implements Callable<Integer> {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Mixin private RuleOptionsMixin options;

  @Parameters(
      paramLabel = "DIR",
      defaultValue = RuleOptionsMixin.SHIPPED,
      description = "A folder; without one, the rules that come with Gateweir.")
  private String folder;

  @Spec private CommandSpec spec;

  /** What became of the samples of a rule. */
  private record Outcome(Rule rule, int samples, List<String> faults) {}

  @Override
  public Integer call() throws IOException {
    Detections detections = JobRules.load(options.ruleFiles(folder));
    List<Outcome> outcomes = new ArrayList<>();
    for (Rule rule : detections.set().rules()) {
      outcomes.add(test(rule));
    }
    PrintWriter out = spec.commandLine().getOut();
    if (options.isJson()) {
      out.println(json(outcomes));
    } else {
      outcomes.forEach(outcome -> write(out, outcome));
      out.printf(
          "%d rules, %d samples, %d faults; %d rules are refused%n",
          outcomes.size(),
          outcomes.stream().mapToInt(Outcome::samples).sum(),
          outcomes.stream().mapToInt(outcome -> outcome.faults().size()).sum(),
          detections.refused());
    }
    out.flush();
    boolean right = outcomes.stream().allMatch(outcome -> outcome.faults().isEmpty());
    return right && detections.refused() == 0 ? ExitCodes.DONE : ExitCodes.FAULTS;
  }

  private Outcome test(Rule rule) throws IOException {
    LineMatcher matcher = new LineMatcher(List.of(rule), false);
    List<String> faults = new ArrayList<>();
    int samples = 0;
    for (boolean expected : new boolean[] {true, false}) {
      String kind = expected ? "match" : "nomatch";
      List<String> lines = samples(rule, kind);
      samples += lines.size();
      for (int i = 0; i < lines.size(); i++) {
        if (matcher.match(LineMatcher.Input.of(i + 1, lines.get(i))).isEmpty() == expected) {
          faults.add(
              "line %d of the samples that must %smatch".formatted(i + 1, expected ? "" : "not "));
        }
      }
    }
    return new Outcome(rule, samples, faults);
  }

  private List<String> samples(Rule rule, String kind) throws IOException {
    String file = rule.mark().file();
    String name = file.replaceFirst("\\.ya?ml$", "") + "." + kind + ".ndjson";
    if (folder.equals(RuleOptionsMixin.SHIPPED)) {
      byte[] content = RuleFiles.shippedSamples(name.substring(name.lastIndexOf('/') + 1));
      return content == null ? List.of() : lines(new String(content, StandardCharsets.UTF_8));
    }
    Path base = Files.isDirectory(Path.of(folder)) ? Path.of(folder) : Path.of("");
    Path beside = base.resolve(name);
    Path below = beside.resolveSibling("samples").resolve(beside.getFileName());
    for (Path path : List.of(beside, below)) {
      if (Files.isRegularFile(path)) {
        return lines(Files.readString(path));
      }
    }
    return List.of();
  }

  private static List<String> lines(String text) {
    return text.lines().filter(line -> !line.isBlank()).toList();
  }

  private static void write(PrintWriter out, Outcome outcome) {
    String state = outcome.samples() == 0 ? "no samples" : outcome.samples() + " samples";
    out.printf(
        "%-7s %s (%s)%n",
        outcome.faults().isEmpty() ? "right" : "WRONG", outcome.rule().title(), state);
    outcome.faults().forEach(fault -> out.printf("        %s%n", fault));
  }

  private static String json(List<Outcome> outcomes) throws IOException {
    ArrayNode all = JSON.createArrayNode();
    for (Outcome outcome : outcomes) {
      ObjectNode json = all.addObject();
      json.put("rule", outcome.rule().id());
      json.put("title", outcome.rule().title());
      json.put("samples", outcome.samples());
      ArrayNode faults = json.putArray("faults");
      outcome.faults().forEach(faults::add);
    }
    return JSON.writeValueAsString(all);
  }
}
