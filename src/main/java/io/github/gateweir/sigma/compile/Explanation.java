package io.github.gateweir.sigma.compile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a rule matched an event or did not: a node of its condition.
 *
 * @param what "and", "or", "not", "search NAME", or what is asked of a field
 * @param holds whether it is true of the event
 * @param value what the event has in the field, a list as [a, b]; null when it has nothing, and for
 *     nodes that are no fields
 * @param parts the nodes below
 */
public record Explanation(
    String what, boolean holds, @Nullable String value, List<Explanation> parts) {}
