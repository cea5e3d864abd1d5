package io.github.gateweir.sigma.rule;

import io.github.gateweir.sigma.Mark;

/** A field that a rule names, and where. */
record FieldUse(String field, Mark mark) {}
