package io.github.gateweir.sigma.compile;

import io.github.gateweir.sigma.match.Predicate;
import io.github.gateweir.sigma.match.ValueTest;

/** How much a condition costs, roughly: in a conjunction the cheap ones come first. */
final class Cost {

  private static final int LITERAL = 1;
  private static final int NETWORK = 3;
  private static final int WILDCARDS = 5;
  private static final int REGEX = 50;
  private static final int KEYWORD = 100;

  private Cost() {}

  static int of(Predicate predicate) {
    if (predicate instanceof Predicate.And and) {
      return and.all().stream().mapToInt(Cost::of).sum();
    }
    if (predicate instanceof Predicate.Or or) {
      return or.any().stream().mapToInt(Cost::of).sum();
    }
    if (predicate instanceof Predicate.Not not) {
      return of(not.negated());
    }
    if (predicate instanceof Predicate.Search search) {
      return of(search.stands());
    }
    if (predicate instanceof Predicate.FieldIs is) {
      return of(is.test());
    }
    return predicate instanceof Predicate.Keyword ? KEYWORD : LITERAL;
  }

  private static int of(ValueTest test) {
    if (test instanceof ValueTest.Finds || test instanceof ValueTest.TimePart) {
      return REGEX;
    }
    if (test instanceof ValueTest.Matches matches) {
      return Simple.of(matches) == null ? WILDCARDS : LITERAL;
    }
    if (test instanceof ValueTest.AnyOf any) {
      return any.tests().stream().mapToInt(Cost::of).sum();
    }
    return test instanceof ValueTest.InNetwork || test instanceof ValueTest.InNetworks
        ? NETWORK
        : LITERAL;
  }
}
