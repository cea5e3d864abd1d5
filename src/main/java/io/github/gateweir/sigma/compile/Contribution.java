package io.github.gateweir.sigma.compile;

import org.jspecify.annotations.Nullable;

/**
 * A part of why a rule matches an event.
 *
 * @param field the field; an empty string for a keyword, which is looked for in all
 * @param value the event's value
 * @param search the search identifier that asks for it; an empty string outside of one
 * @param list the list that is asked; null when the rule names the value itself
 * @param entry what of the rule or the list the value agrees with, as it is written
 */
public record Contribution(
    String field, String value, String search, @Nullable String list, String entry) {}
