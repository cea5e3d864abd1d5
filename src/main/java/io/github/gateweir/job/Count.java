package io.github.gateweir.job;

/**
 * A counter's value in a checkpoint.
 *
 * @param name the counter's name
 * @param value how often it was counted since the job was first submitted
 */
public record Count(String name, long value) {}
