package io.github.gateweir.sigma.compile;

import io.github.gateweir.sigma.event.EventModel;
import io.github.gateweir.sigma.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compiles rules for one kind of events.
 *
 * @param <E> an event
 */
public final class RuleCompiler<E> {

  private final EventModel<E> model;

  public RuleCompiler(EventModel<E> model) {
    this.model = model;
  }

  /**
   * The rules, ready to be matched against events.
   *
   * @throws IllegalArgumentException when a rule names a field that the events cannot have, or has
   *     a regular expression that RE2 does not take; such rules must be refused before
   */
  public CompiledRules<E> compile(List<Rule> rules) {
    Slots<E> slots = new Slots<>(model);
    ConditionCompiler compiler = new ConditionCompiler(slots);
    AnchorFinder finder = new AnchorFinder(slots);
    Condition[] conditions = new Condition[rules.size()];
    List<@Nullable Anchors> anchors = new ArrayList<>();
    for (int i = 0; i < conditions.length; i++) {
      conditions[i] = compiler.compile(rules.get(i).condition());
      anchors.add(finder.find(rules.get(i).condition()));
    }
    List<Rule> compiled = List.copyOf(rules);
    Traces traces = new Traces(new TraceCompiler(slots, compiler), compiled);
    return new CompiledRules<>(model, slots, compiled, conditions, RuleIndex.of(anchors), traces);
  }
}
