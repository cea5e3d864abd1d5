package io.github.gateweir.sigma.compile;

import io.github.gateweir.sigma.event.EventModel;
import io.github.gateweir.sigma.rule.Rule;
import java.util.List;

/**
 * Rules that are ready to be matched. Threads share them; each has a matcher of its own.
 *
 * @param <E> an event
 */
public final class CompiledRules<E> {

  private final EventModel<E> model;
  private final Slots<E> slots;
  private final List<Rule> rules;
  private final Condition[] conditions;
  private final RuleIndex index;
  private final Traces traces;

  CompiledRules(
      EventModel<E> model,
      Slots<E> slots,
      List<Rule> rules,
      Condition[] conditions,
      RuleIndex index,
      Traces traces) {
    this.model = model;
    this.slots = slots;
    this.rules = rules;
    this.conditions = conditions;
    this.index = index;
    this.traces = traces;
  }

  /** The rules, in the order in which they match. */
  public List<Rule> rules() {
    return rules;
  }

  /** A matcher for one thread. */
  public RuleMatcher<E> matcher() {
    return new RuleMatcher<>(this);
  }

  /**
   * Why one of the rules matches an event, or does not: every node of its condition, also those
   * that matching leaves out because the others decide.
   */
  public Explanation explain(Rule rule, E event) {
    Reading<E> reading = reading();
    reading.begin(event);
    return traces.of(rule).explain(reading);
  }

  Trace trace(Rule rule) {
    return traces.of(rule);
  }

  Reading<E> reading() {
    return new Reading<>(model, slots);
  }

  RuleLookup lookup() {
    return index.lookup();
  }

  boolean holds(int rule, Reading<E> reading) {
    return conditions[rule].holds(reading);
  }
}
