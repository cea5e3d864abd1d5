package io.github.gateweir.sigma.rule;

/** A field that a rule names, and where. */
record FieldUse(String field, Mark mark) {}
