package io.github.gateweir.job;

/**
 * Where the job's streams go.
 *
 * @param events the sink of the ECS documents
 * @param maxEventBytes the most that sink takes of a document and its key together, in bytes
 * @param deadLetters the sink of what could not become an event
 * @param maxDeadLetterBytes the most that sink takes of a document, in bytes
 */
public record Outlets(
    Outlet events, int maxEventBytes, Outlet deadLetters, int maxDeadLetterBytes) {}
