package io.github.gateweir.job;

/**
 * Where the job's streams go.
 *
 * @param events the sink of the ECS documents
 * @param alerts the sink of what detections say
 * @param sessions the sink of what sessions say
 * @param deadLetters the sink of what could not become an event or could not be written
 */
public record Outlets(Outlet events, Outlet alerts, Outlet sessions, Outlet deadLetters) {}
