package io.github.gateweir.sigma.rule;

import io.github.gateweir.sigma.match.Predicate;
import java.util.List;
import java.util.Map;

/**
 * What a rule or filter looks for.
 *
 * @param searches by name, in the rule's order
 * @param fields which fields the searches name
 */
record Detection(Map<String, Predicate> searches, Condition condition, List<FieldUse> fields) {

  Predicate predicate() {
    return condition.over(searches);
  }
}
