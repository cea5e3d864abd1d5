package io.github.gateweir.generate;

import org.jspecify.annotations.Nullable;

/**
 * A line and what must become of it.
 *
 * @param bytes the line, without a line end
 * @param sessionId the SessionID of an event; null for a line that is none
 * @param expectation what must become of it
 */
public record GeneratedLine(byte[] bytes, @Nullable String sessionId, Expectation expectation) {}
