package io.github.gateweir.alert;

/**
 * A part of why a rule matched.
 *
 * @param field the event's field; an empty string for a keyword, which is looked for in all
 * @param value the event's value
 * @param selection the rule's search identifier that asks for it
 * @param entry what of the rule, or of a list that it names, the value agrees with
 */
public record Reason(String field, String value, String selection, String entry) {}
