package io.github.gateweir.detection;

import io.github.gateweir.ecs.EcsEvent;
import io.github.gateweir.intel.InvalidListException;
import io.github.gateweir.intel.RuleLists;
import io.github.gateweir.sigma.Mark;
import io.github.gateweir.sigma.compile.CompiledRules;
import io.github.gateweir.sigma.compile.RuleCompiler;
import io.github.gateweir.sigma.compile.RuleMatcher;
import io.github.gateweir.sigma.rule.Correlation;
import io.github.gateweir.sigma.rule.GatewayEnvironment;
import io.github.gateweir.sigma.rule.Problem;
import io.github.gateweir.sigma.rule.Problem.Code;
import io.github.gateweir.sigma.rule.Problem.Severity;
import io.github.gateweir.sigma.rule.Rule;
import io.github.gateweir.sigma.rule.RuleFolder;
import io.github.gateweir.sigma.rule.RuleSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules that are evaluated on our events, and what is to be said of the others. */
public final class Detections {

  private static final EcsModel MODEL = new EcsModel();
  private static final List<String> STATUSES =
      List.of("unsupported", "deprecated", "experimental", "test", "stable");

  private final RuleSet set;
  private final List<Problem> problems;
  private final Map<Mark, Detection> byPlace = new HashMap<>();
  private final List<Detection> all = new ArrayList<>();
  private final CompiledRules<EcsEvent> compiled;

  private Detections(RuleSet set, RuleFiles files) {
    this.set = set;
    problems = new ArrayList<>(set.problems());
    set.correlations().forEach(this::noteCorrelation);
    for (Rule rule : set.rules()) {
      add(rule, files);
    }
    problems.sort(Comparator.comparing(Problem::mark));
    compiled = new RuleCompiler<>(MODEL).compile(all.stream().map(Detection::rule).toList());
  }

  static Detections load(RuleFiles files) throws InvalidListException {
    RuleLists lists = RuleLists.with(files.lists());
    RuleSet set = new RuleFolder(lists, new GatewayEnvironment(MODEL::has)).read(files.rules());
    return new Detections(set, files);
  }

  private void add(Rule rule, RuleFiles files) {
    if (needsFeeds(rule)) {
      // What it says of suppression is not looked at, because that may name what feeds fill.
      return;
    }
    try {
      Detection detection = Detection.of(rule, files.suppressWindow());
      if (isMature(rule, files.minStatus()) && !isSilent(rule)) {
        byPlace.put(rule.mark(), detection);
        all.add(detection);
      }
    } catch (IllegalArgumentException e) {
      problem(rule, Severity.ERROR, Code.STRUCTURE, String.valueOf(e.getMessage()));
    }
  }

  private static boolean isMature(Rule rule, String minStatus) {
    String status = rule.status() == null ? "test" : rule.status();
    return STATUSES.indexOf(status) >= STATUSES.indexOf(minStatus);
  }

  /** A rule that a correlation counts gives no alert of its own, unless the correlation says so. */
  private boolean isSilent(Rule rule) {
    boolean silent =
        set.correlations().stream()
            .anyMatch(correlation -> !correlation.generate() && counts(correlation, rule));
    if (silent) {
      problem(
          rule,
          Severity.WARNING,
          Code.NOT_EVALUATED,
          "The rule gives no alert of its own, because a correlation refers to it without"
              + " \"generate: true\".");
    }
    return silent;
  }

  private static boolean counts(Correlation correlation, Rule rule) {
    return correlation.rules().stream()
        .anyMatch(each -> each.text().equals(rule.id()) || each.text().equals(rule.name()));
  }

  private boolean needsFeeds(Rule rule) {
    boolean needs = Fields.of(rule.condition()).stream().anyMatch(EcsModel::isIndicator);
    if (needs) {
      problem(
          rule,
          Severity.WARNING,
          Code.NOT_EVALUATED,
          "The rule asks for threat.indicator.*, which feeds fill: this release does not look feeds"
              + " up yet.");
    }
    return needs;
  }

  private void noteCorrelation(Correlation correlation) {
    problems.add(
        new Problem(
            correlation.mark(),
            correlation.title(),
            Severity.WARNING,
            Code.NOT_EVALUATED,
            "The correlation is right, but this release does not evaluate correlations yet."));
  }

  private void problem(Rule rule, Severity severity, Code code, String message) {
    problems.add(new Problem(rule.mark(), rule.title(), severity, code, message));
  }

  /** The rules that are evaluated. */
  public List<Detection> all() {
    return List.copyOf(all);
  }

  /** All rules that were read, those too that are not evaluated. */
  public RuleSet set() {
    return set;
  }

  /** What is wrong with rules, or to be said of them, in the order of files and lines. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** How many rules, correlations and filters cannot be used. */
  public int refused() {
    return (int)
        problems.stream()
            .filter(problem -> problem.severity() == Severity.ERROR)
            .map(problem -> problem.mark().file() + problem.rule())
            .distinct()
            .count();
  }

  Detection of(Rule rule) {
    Detection detection = byPlace.get(rule.mark());
    if (detection == null) {
      throw new IllegalArgumentException("The rule is not one of these: " + rule.title());
    }
    return detection;
  }

  RuleMatcher<EcsEvent> matcher() {
    return compiled.matcher();
  }
}
