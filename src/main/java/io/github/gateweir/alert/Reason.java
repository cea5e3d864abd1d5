package io.github.gateweir.alert;

import org.jspecify.annotations.Nullable;

/**
 * A part of why a rule matched.
 *
 * @param field the event's field; an empty string for a keyword, which is looked for in all
 * @param value the event's value
 * @param selection the rule's search identifier that asks for it
 * @param list the list that the rule asks; null when it asks for values of its own
 * @param entry what of the rule or list the value agrees with
 */
public record Reason(
    String field, String value, String selection, @Nullable String list, String entry) {}
