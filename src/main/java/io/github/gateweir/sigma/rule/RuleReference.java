package io.github.gateweir.sigma.rule;

/**
 * What a correlation or filter calls a rule by.
 *
 * @param text the rule's id or name
 * @param mark where it is written
 */
public record RuleReference(String text, Mark mark) {}
