package io.github.gateweir.sigma.compile;

import io.github.gateweir.sigma.match.Predicate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles what rules ask into traces. */
final class TraceCompiler {

  private final Slots<?> slots;
  private final ConditionCompiler conditions;

  TraceCompiler(Slots<?> slots, ConditionCompiler conditions) {
    this.slots = slots;
    this.conditions = conditions;
  }

  Trace compile(Predicate predicate) {
    if (predicate instanceof Predicate.And and) {
      return group(Trace.Kind.AND, predicate, null, and.all());
    }
    if (predicate instanceof Predicate.Or or) {
      return group(Trace.Kind.OR, predicate, null, or.any());
    }
    if (predicate instanceof Predicate.Not not) {
      return group(Trace.Kind.NOT, predicate, null, List.of(not.negated()));
    }
    if (predicate instanceof Predicate.Search search) {
      return group(Trace.Kind.AND, predicate, search.name(), List.of(search.stands()));
    }
    String field = field(predicate);
    int slot = field.isEmpty() ? Slots.KEYWORDS : slots.slot(field);
    return new Trace.Leaf(field, slot, Wording.of(predicate), conditions.compile(predicate));
  }

  private Trace group(
      Trace.Kind kind, Predicate predicate, @Nullable String search, List<Predicate> parts) {
    List<Trace> traces = parts.stream().map(this::compile).toList();
    return new Trace.Group(kind, Wording.of(predicate), search, traces);
  }

  private static String field(Predicate leaf) {
    if (leaf instanceof Predicate.FieldIs is) {
      return is.field();
    }
    if (leaf instanceof Predicate.FieldExists exists) {
      return exists.field();
    }
    if (leaf instanceof Predicate.FieldIsNull isNull) {
      return isNull.field();
    }
    return leaf instanceof Predicate.FieldIsField is ? is.field() : "";
  }
}
