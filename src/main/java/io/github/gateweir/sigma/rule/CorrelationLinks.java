package io.github.gateweir.sigma.rule;

import io.github.gateweir.sigma.Mark;
import io.github.gateweir.sigma.rule.Problem.Code;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** Checks what correlations refer to: that it is there, without cycles, and not too deep. */
final class CorrelationLinks {

  /** How many correlations there may be above one rule: one over rules, and one over such. */
  private static final int MAX_LEVELS = 2;

  private final DocumentIndex index;
  private final Set<Mark> running;
  private final Problems problems;
  private final Deque<Correlation> path = new ArrayDeque<>();

  /**
   * A check.
   *
   * @param running the places of the rules that run
   */
  CorrelationLinks(DocumentIndex index, Set<Mark> running, Problems problems) {
    this.index = index;
    this.running = running;
    this.problems = problems;
  }

  void check(Correlation correlation) {
    path.push(correlation);
    for (RuleReference reference : correlation.rules()) {
      Document target = index.find(reference);
      if (target instanceof Document.OfCorrelation of) {
        descend(reference, of.correlation());
      } else if (target == null || !running.contains(target.mark())) {
        wrong(reference, missing(reference, target != null));
      }
    }
    path.pop();
  }

  private void descend(RuleReference reference, Correlation target) {
    if (path.contains(target)) {
      wrong(
          reference,
          "%s leads back to this correlation: take it away."
              .formatted(Fragment.of(reference.text())));
    } else if (path.size() == MAX_LEVELS) {
      wrong(
          reference,
          "Correlations are stacked more than %d high here: refer to rules.".formatted(MAX_LEVELS));
    } else {
      check(target);
    }
  }

  private static String missing(RuleReference reference, boolean present) {
    String name = Fragment.of(reference.text());
    return present
        ? "%s is refused, or a filter: correct it, or take it away.".formatted(name)
        : "There is no rule %s: correct its id or name, or add the rule.".formatted(name);
  }

  private void wrong(RuleReference reference, String message) {
    problems.error(reference.mark(), Code.STRUCTURE, message);
  }
}
