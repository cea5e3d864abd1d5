package io.github.gateweir.sigma.compile;

import io.github.gateweir.sigma.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Matches events against rules, one after the other, in one thread.
 *
 * @param <E> an event
 */
public final class RuleMatcher<E> {

  private final CompiledRules<E> rules;
  private final Reading<E> reading;
  private final RuleLookup lookup;

  RuleMatcher(CompiledRules<E> rules) {
    this.rules = rules;
    reading = rules.reading();
    lookup = rules.lookup();
  }

  /** Gives the rules that the event matches, in their order. */
  public void match(E event, Consumer<Rule> matches) {
    reading.begin(event);
    Candidates candidates = lookup.find(reading);
    for (int i = candidates.next(0); i >= 0; i = candidates.next(i + 1)) {
      if (rules.holds(i, reading)) {
        matches.accept(rules.rules().get(i));
      }
    }
  }

  /**
   * The values because of which a rule matched the event that {@link #match} was given last; none
   * where it matched because something is not there.
   */
  public List<Contribution> contributions(Rule rule) {
    List<Contribution> contributions = new ArrayList<>();
    rules.trace(rule).contribute(reading, "", contributions);
    return contributions;
  }
}
