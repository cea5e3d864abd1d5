package io.github.gateweir.sigma.rule;

import io.github.gateweir.sigma.Mark;
import io.github.gateweir.sigma.match.Predicate;
import io.github.gateweir.sigma.rule.Problem.Code;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts a filter into the conditions of the rules that it is for. */
final class FilterApplication {

  private final Document.OfFilter document;
  private final Filter filter;
  private final RuleAdmission admission;
  private final Problems problems;

  FilterApplication(Document.OfFilter document, Environment environment, Problems problems) {
    this.document = document;
    this.filter = document.filter();
    this.admission = new RuleAdmission(environment);
    this.problems = problems;
  }

  /**
   * Applies the filter; to no rule if it is wrong for one.
   *
   * @param running the rules that run, by their place
   */
  void apply(DocumentIndex index, Map<Mark, Rule> running) {
    Set<Mark> targets = filter.any() ? anyOf(running) : named(index);
    targets.retainAll(running.keySet());
    for (Mark target : targets) {
      LogSource logSource = Objects.requireNonNull(running.get(target)).logSource();
      admission.checkFields(document.fields(), logSource, problems);
    }
    if (!problems.refuse()) {
      targets.forEach(target -> running.computeIfPresent(target, (mark, rule) -> filtered(rule)));
    }
  }

  private Set<Mark> anyOf(Map<Mark, Rule> running) {
    Set<Mark> targets = new LinkedHashSet<>();
    running.forEach(
        (mark, rule) -> {
          if (isContained(rule.logSource())) {
            targets.add(mark);
          }
        });
    if (targets.isEmpty()) {
      problems.warning(
          filter.mark(),
          Code.FILTER_TARGET,
          "The filter filters nothing: no rule that runs has its log source.");
    }
    return targets;
  }

  /** Whether a rule's log source says all that the filter's does. */
  private boolean isContained(LogSource rule) {
    LogSource own = filter.logSource();
    return agrees(own.category(), rule.category())
        && agrees(own.product(), rule.product())
        && agrees(own.service(), rule.service());
  }

  private static boolean agrees(@Nullable String wanted, @Nullable String given) {
    return wanted == null || Objects.equals(wanted, given);
  }

  private Set<Mark> named(DocumentIndex index) {
    Set<Mark> targets = new LinkedHashSet<>();
    for (RuleReference reference : filter.rules()) {
      Document target = index.find(reference);
      if (target instanceof Document.OfRule of) {
        targets.add(of.mark());
      } else if (!(target instanceof Document.Refused)) {
        problems.warning(reference.mark(), Code.FILTER_TARGET, noTarget(reference, target));
      }
    }
    return targets;
  }

  private static String noTarget(RuleReference reference, @Nullable Document target) {
    return target == null
        ? "There is no rule %s to filter: correct its id or name, or take it away."
            .formatted(Fragment.of(reference.text()))
        : "%s is no rule, and filters are for rules only: name the rules it counts."
            .formatted(Fragment.of(reference.text()));
  }

  private Rule filtered(Rule rule) {
    Predicate condition = admission.renaming(rule.logSource()).apply(filter.condition());
    return RuleAdmission.with(
        rule, rule.searches(), new Predicate.And(List.of(rule.condition(), condition)));
  }
}
