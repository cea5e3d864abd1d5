package io.github.gateweir.sigma.compile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a condition for an event, with its parts.
 *
 * @param condition what is asked, such as {@code not} or {@code destination.domain ends with .example}
 * @param value what the event has there; null for a condition that is made of others
 * @param holds whether the event meets it
 * @param parts the conditions it is made of
 */
public record Explanation(
    String condition, @Nullable String value, boolean holds, List<Explanation> parts) {}
