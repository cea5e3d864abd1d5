package io.github.gateweir.sigma.rule;

import io.github.gateweir.sigma.Mark;
import org.jspecify.annotations.Nullable;

/** For which logs a rule is. */
public record LogSource(
    @Nullable String category, @Nullable String product, @Nullable String service, Mark mark) {}
