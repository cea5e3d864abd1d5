package io.github.gateweir.sigma.rule;

import io.github.gateweir.sigma.Mark;
import io.github.gateweir.sigma.rule.Modifier.Kind;
import java.util.List;
import java.util.Optional;

/**
 * A key of a search: a field's name and a legal chain of modifiers.
 *
 * @param field its name; an empty string for keywords
 * @param modifiers as written
 * @param mark where it is written
 */
record FieldKey(String field, List<Modifier> modifiers, Family family, Mark mark) {

  boolean isKeyword() {
    return field.isEmpty();
  }

  boolean has(Modifier modifier) {
    return modifiers.contains(modifier);
  }

  boolean has(Kind kind) {
    return modifiers.stream().anyMatch(m -> m.kind() == kind);
  }

  /** The modifier of a kind. */
  Optional<Modifier> the(Kind kind) {
    return modifiers.stream().filter(m -> m.kind() == kind).findFirst();
  }

  /** Whether a value is taken as it is, but for its case. */
  boolean isPlain() {
    return family == Family.TEXT
        && modifiers.stream()
            .allMatch(m -> m == Modifier.ALL || m == Modifier.NEQ || m == Modifier.CASED);
  }
}
