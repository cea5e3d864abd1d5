package io.github.gateweir.sigma.compile;

import io.github.gateweir.sigma.event.EventModel;
import io.github.gateweir.sigma.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.Map;

/**
 * Rules, compiled. Safe for several threads; each makes a {@link RuleMatcher} of its own.
 *
 * @param <E> an event
 */
public final class CompiledRules<E> {

  private final EventModel<E> model;
  private final FieldTable<E> fields;
  private final List<Rule> rules;
  private final Node[] nodes;
  private final int[] always;
  private final int[] indexed;
  private final RuleIndex[] indexes;

  private CompiledRules(EventModel<E> model, List<Rule> rules) {
    this.model = model;
    this.rules = List.copyOf(rules);
    fields = new FieldTable<>(model);
    PredicateCompiler compiler = new PredicateCompiler(fields);
    nodes = rules.stream().map(rule -> compiler.compile(rule.condition())).toArray(Node[]::new);
    List<Integer> unneedy = new ArrayList<>();
    Map<Integer, RuleIndex> byField = new TreeMap<>();
    for (int i = 0; i < nodes.length; i++) {
      List<Need> needs = Needs.of(rules.get(i).condition());
      if (needs == null) {
        unneedy.add(i);
      } else {
        index(needs, i, byField);
      }
    }
    byField.values().forEach(RuleIndex::link);
    always = unneedy.stream().mapToInt(Integer::intValue).toArray();
    indexed = byField.keySet().stream().mapToInt(Integer::intValue).toArray();
    indexes = byField.values().toArray(RuleIndex[]::new);
  }

  private void index(List<Need> needs, int rule, Map<Integer, RuleIndex> byField) {
    for (Need need : needs) {
      byField
          .computeIfAbsent(fields.number(need.field()), ignored -> new RuleIndex())
          .put(need.what(), rule);
    }
  }

  /** Compiles rules for events of a kind. */
  public static <E> CompiledRules<E> compile(EventModel<E> model, List<Rule> rules) {
    return new CompiledRules<>(model, rules);
  }

  /** The rules, in their order. */
  public List<Rule> rules() {
    return rules;
  }

  /** What evaluates them, for one thread. */
  public RuleMatcher<E> matcher() {
    return new RuleMatcher<>(this);
  }

  EventView<E> view() {
    return new EventView<>(model, fields);
  }

  EventModel<E> model() {
    return model;
  }

  boolean test(int rule, EventView<E> event) {
    return nodes[rule].test(event);
  }

  /** Gives the rules that could match, some of them several times. */
  void candidates(EventView<E> event, Trie.Found found) {
    for (int rule : always) {
      found.rule(rule);
    }
    for (int i = 0; i < indexed.length; i++) {
      FieldValue value = event.field(indexed[i]);
      for (int j = 0; j < value.scalars().size(); j++) {
        indexes[i].find(value.scalars().get(j), found);
      }
    }
  }
}
