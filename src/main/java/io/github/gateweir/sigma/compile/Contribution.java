package io.github.gateweir.sigma.compile;

/**
 * A value of an event because of which a rule matched.
 *
 * @param field where it is; an empty string for keywords, which are looked for everywhere
 * @param value the value as text, an empty string when the rule asks for its absence
 * @param search the search identifier that asks for it; an empty string when there is none
 * @param entry what it matched: the pattern, network, number, regular expression, or entry of a
 *     list
 */
public record Contribution(String field, String value, String search, String entry) {}
