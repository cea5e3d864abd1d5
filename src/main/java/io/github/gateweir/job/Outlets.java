package io.github.gateweir.job;

/**
 * Where the job's streams go.
 *
 * @param events the sink of the ECS documents
 * @param maxEventBytes the largest document that sink takes
 * @param deadLetters the sink of what could not become an event
 * @param maxDeadLetterBytes the largest document that sink takes
 */
public record Outlets(
    Outlet events, int maxEventBytes, Outlet deadLetters, int maxDeadLetterBytes) {}
