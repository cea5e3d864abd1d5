package io.github.gateweir.sigma.compile;

import io.github.gateweir.sigma.rule.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Evaluates rules on one event after the other. Not safe for several threads.
 *
 * @param <E> an event
 */
public final class RuleMatcher<E> {

  private final CompiledRules<E> compiled;
  private final EventView<E> view;
  private final int[] seen;
  private int event;
  private int[] candidates = new int[16];
  private int count;

  RuleMatcher(CompiledRules<E> compiled) {
    this.compiled = compiled;
    view = compiled.view();
    seen = new int[compiled.rules().size()];
  }

  /** Gives the rules that the event matches, in their order. */
  public void match(E next, Consumer<Rule> matches) {
    begin(next);
    compiled.candidates(view, this::add);
    Arrays.sort(candidates, 0, count);
    for (int i = 0; i < count; i++) {
      if (compiled.test(candidates[i], view)) {
        matches.accept(compiled.rules().get(candidates[i]));
      }
    }
  }

  private void begin(E next) {
    view.lookAt(next);
    count = 0;
    if (++event == Integer.MAX_VALUE) {
      Arrays.fill(seen, 0);
      event = 1;
    }
  }

  private void add(int rule) {
    if (seen[rule] != event) {
      seen[rule] = event;
      if (count == candidates.length) {
        candidates = Arrays.copyOf(candidates, 2 * count);
      }
      candidates[count++] = rule;
    }
  }

  /** Why a rule matches an event; nothing when it does not. */
  public List<Contribution> contributions(Rule rule, E of) {
    return new Explainer<>(compiled.model(), of).contributions(rule.condition());
  }

  /** What became of each part of a rule's condition for an event. */
  public Explanation explain(Rule rule, E of) {
    return new Explainer<>(compiled.model(), of).explain(rule.condition());
  }
}
