package io.github.gateweir.sigma.compile;

import io.github.gateweir.sigma.match.Network;
import io.github.gateweir.sigma.match.Predicate;
import io.github.gateweir.sigma.match.ValueCheck;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compiles what rules ask into conditions. */
final class ConditionCompiler {

  /** From so many literals on, a table is faster than one after the other. */
  private static final int TABLE_SIZE = 4;

  private final CheckCompiler tests = new CheckCompiler();
  private final Slots<?> slots;

  ConditionCompiler(Slots<?> slots) {
    this.slots = slots;
  }

  Condition compile(Predicate predicate) {
    if (predicate instanceof Predicate.And and) {
      Condition[] all = compileAll(and.all());
      return all.length == 1 ? all[0] : new AllCondition(all, cost(all));
    }
    if (predicate instanceof Predicate.Or or) {
      Condition[] any = sorted(compileAny(or.any()));
      return any.length == 1 ? any[0] : new AnyCondition(any, cost(any));
    }
    if (predicate instanceof Predicate.Not not) {
      return new NotCondition(compile(not.negated()));
    }
    return predicate instanceof Predicate.Search search
        ? compile(search.stands())
        : leaf(predicate);
  }

  private Condition leaf(Predicate predicate) {
    if (predicate instanceof Predicate.FieldIs is) {
      return new FieldCondition(slots.slot(is.field()), tests.compile(is.test()));
    }
    if (predicate instanceof Predicate.FieldExists exists) {
      return new ExistsCondition(slots.slot(exists.field()));
    }
    if (predicate instanceof Predicate.FieldIsNull isNull) {
      return new IsNullCondition(slots.slot(isNull.field()));
    }
    if (predicate instanceof Predicate.FieldIsField is) {
      return new FieldsCondition(
          slots.slot(is.field()), slots.slot(is.other()), is.form(), is.cased());
    }
    Predicate.Keyword keyword = (Predicate.Keyword) predicate;
    return new FieldCondition(Slots.KEYWORDS, tests.compile(keyword.test()));
  }

  private Condition[] compileAll(List<Predicate> predicates) {
    return sorted(new ArrayList<>(predicates.stream().map(this::compile).toList()));
  }

  private static Condition[] sorted(List<Condition> conditions) {
    conditions.sort(Comparator.comparingInt(Condition::cost));
    return conditions.toArray(new Condition[0]);
  }

  private static int cost(Condition[] conditions) {
    int cost = 0;
    for (Condition condition : conditions) {
      cost += condition.cost();
    }
    return cost;
  }

  /** Puts literals of one field into one table, and networks too. */
  private List<Condition> compileAny(List<Predicate> predicates) {
    List<Condition> any = new ArrayList<>();
    Map<Integer, List<LiteralCheck>> literals = new LinkedHashMap<>();
    Map<Integer, List<Network>> networks = new LinkedHashMap<>();
    for (Predicate predicate : predicates) {
      Condition condition = networkOf(predicate, networks) ? null : compile(predicate);
      if (condition instanceof FieldCondition field
          && field.test() instanceof LiteralCheck literal
          && !literal.cased()) {
        literals.computeIfAbsent(field.slot(), slot -> new ArrayList<>()).add(literal);
      } else if (condition != null) {
        any.add(condition);
      }
    }
    literals.forEach((slot, tests) -> addLiterals(slot, tests, any));
    networks.forEach((slot, all) -> any.add(new FieldCondition(slot, NetworksCheck.of(all))));
    return any;
  }

  private boolean networkOf(Predicate predicate, Map<Integer, List<Network>> networks) {
    if (predicate instanceof Predicate.FieldIs is && is.test() instanceof ValueCheck.InNetwork in) {
      networks.computeIfAbsent(slots.slot(is.field()), slot -> new ArrayList<>()).add(in.network());
      return true;
    }
    return false;
  }

  private static void addLiterals(int slot, List<LiteralCheck> tests, List<Condition> any) {
    if (tests.size() < TABLE_SIZE) {
      tests.forEach(test -> any.add(new FieldCondition(slot, test)));
    } else {
      any.add(new FieldCondition(slot, TextSetCheck.of(tests, false)));
    }
  }
}
