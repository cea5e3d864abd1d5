package io.github.gateweir.sigma.rule;

import io.github.gateweir.sigma.Mark;

/**
 * What is wrong with a rule.
 *
 * @param mark where
 * @param rule the rule's title, or its id, or an empty string when it could not be read
 * @param severity whether the rule is refused
 * @param code what kind of problem, for programs: see {@link Code}
 * @param message a sentence that says what is wrong, with the fragment, and what to do
 */
public record Problem(Mark mark, String rule, Severity severity, Code code, String message) {

  /** Whether a problem keeps the rule from running. */
  public enum Severity {
    ERROR,
    WARNING;

    /** As programs read it. */
    public String label() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** The kinds of problems. */
  public enum Code {
    /** Not YAML, or not in UTF-8. */
    YAML,
    /** A key is missing, has the wrong type, or a value that the specification does not know. */
    STRUCTURE,
    /** A second rule with the same id. */
    DUPLICATE_ID,
    /** The condition does not follow the grammar, or names what is not there. */
    CONDITION,
    /** A modifier that does not exist, or a chain that is not allowed. */
    MODIFIER,
    /** A value that its modifiers cannot take, such as a network with host bits. */
    VALUE,
    /** A regular expression that a linear-time engine cannot run. */
    REGEX,
    /** A part of Sigma that is refused, such as the old aggregations. */
    UNSUPPORTED,
    /** The rule names a field that events cannot have. */
    UNSUPPORTED_FIELD,
    /** The rule is for other events. */
    UNSUPPORTED_LOGSOURCE,
    /** The rule names a list that is not there or empty. */
    UNRESOLVED_PLACEHOLDER,
    /** A filter whose condition is without negation is taken as negated. */
    FILTER_POLARITY,
    /** A filter that filters no rule. */
    FILTER_TARGET,
    /** Read and checked, but not evaluated by this release. */
    NOT_EVALUATED,
    /** Ignored because records do not tell it, such as the product of a generic log source. */
    IGNORED;

    /** As programs read it, such as {@code unsupported-field}. */
    public String label() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /** {@code file:line:column: severity: message [code]}. */
  @Override
  public String toString() {
    return "%s: %s: %s [%s]".formatted(mark, severity.label(), message, code.label());
  }
}
