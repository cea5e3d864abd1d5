package io.github.gateweir.sigma.compile;

import io.github.gateweir.sigma.rule.Rule;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** The traces of rules, each made when it is first needed. Threads share them. */
final class Traces {

  private final TraceCompiler compiler;
  private final List<Rule> rules;
  private final IdentityHashMap<Rule, Integer> places = new IdentityHashMap<>();
  private final AtomicReferenceArray<Trace> traces;

  Traces(TraceCompiler compiler, List<Rule> rules) {
    this.compiler = compiler;
    this.rules = rules;
    traces = new AtomicReferenceArray<>(rules.size());
    for (int i = 0; i < rules.size(); i++) {
      places.put(rules.get(i), i);
    }
  }

  Trace of(Rule rule) {
    Integer place = places.get(rule);
    if (place == null) {
      throw new IllegalArgumentException(
          "The rule \"%s\" is none of these compiled rules.".formatted(rule.title()));
    }
    Trace known = traces.get(place);
    return known == null ? compile(place) : known;
  }

  private Trace compile(int place) {
    Trace trace = compiler.compile(rules.get(place).condition());
    traces.set(place, trace);
    return trace;
  }
}
