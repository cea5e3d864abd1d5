package io.github.gateweir.sigma.rule;

import io.github.gateweir.sigma.match.Predicate;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.UnaryOperator;

/** Puts the events' names of fields in the place of a rule's. Searches stay shared. */
final class FieldRenaming {

  private final UnaryOperator<String> names;
  private final IdentityHashMap<Predicate, Predicate> searches = new IdentityHashMap<>();

  FieldRenaming(UnaryOperator<String> names) {
    this.names = names;
  }

  /** A search, or a condition over searches. */
  Predicate apply(Predicate predicate) {
    if (predicate instanceof Predicate.And and) {
      return new Predicate.And(all(and.all()));
    } else if (predicate instanceof Predicate.Or or) {
      return new Predicate.Or(all(or.any()));
    } else if (predicate instanceof Predicate.Not not) {
      return new Predicate.Not(apply(not.negated()));
    } else if (predicate instanceof Predicate.Search search) {
      return new Predicate.Search(search.name(), search(search.stands()));
    } else if (predicate instanceof Predicate.FieldIs is) {
      return new Predicate.FieldIs(names.apply(is.field()), is.test(), is.mark());
    } else if (predicate instanceof Predicate.FieldExists exists) {
      return new Predicate.FieldExists(names.apply(exists.field()), exists.mark());
    } else if (predicate instanceof Predicate.FieldIsNull isNull) {
      return new Predicate.FieldIsNull(names.apply(isNull.field()), isNull.mark());
    } else if (predicate instanceof Predicate.FieldIsField two) {
      return new Predicate.FieldIsField(
          names.apply(two.field()), names.apply(two.other()), two.form(), two.cased(), two.mark());
    }
    return predicate;
  }

  /** What a search identifier stands for: the same each time. */
  Predicate search(Predicate stands) {
    Predicate known = searches.get(stands);
    if (known == null) {
      known = apply(stands);
      searches.put(stands, known);
    }
    return known;
  }

  private List<Predicate> all(List<Predicate> predicates) {
    return predicates.stream().map(this::apply).toList();
  }
}
