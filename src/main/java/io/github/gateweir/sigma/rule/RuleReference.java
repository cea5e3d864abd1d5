package io.github.gateweir.sigma.rule;

import io.github.gateweir.sigma.Mark;

/**
 * What a correlation or filter calls a rule by.
 *
 * @param text the rule's id or name
 * @param mark where it is written
 */
public record RuleReference(String text, Mark mark) {}
