package io.github.gateweir.sigma.rule;

import io.github.gateweir.sigma.match.Predicate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A condition over search identifiers. */
sealed interface Condition {

  /** All of them. */
  record All(List<Condition> parts) implements Condition {}

  /** Any of them. */
  record Any(List<Condition> parts) implements Condition {}

  /** Not that. */
  record Negated(Condition part) implements Condition {}

  /** A search identifier. */
  record Named(String name) implements Condition {}

  /** The condition with the searches put in. */
  default Predicate over(Map<String, Predicate> searches) {
    if (this instanceof All all) {
      return new Predicate.And(all.parts().stream().map(p -> p.over(searches)).toList());
    } else if (this instanceof Any any) {
      return new Predicate.Or(any.parts().stream().map(p -> p.over(searches)).toList());
    } else if (this instanceof Negated negated) {
      return new Predicate.Not(negated.part().over(searches));
    }
    String name = ((Named) this).name();
    return new Predicate.Search(name, Objects.requireNonNull(searches.get(name)));
  }

  /** Adds the identifiers it names: to the first set where plain, to the second where negated. */
  default void collect(Set<String> plain, Set<String> negated) {
    if (this instanceof All all) {
      all.parts().forEach(p -> p.collect(plain, negated));
    } else if (this instanceof Any any) {
      any.parts().forEach(p -> p.collect(plain, negated));
    } else if (this instanceof Negated not) {
      not.part().collect(negated, plain);
    } else {
      plain.add(((Named) this).name());
    }
  }
}
