package io.github.gateweir.job;

import io.github.gateweir.ecs.EcsEvent;

/**
 * An event's id as 16 bytes and not as text, for state that holds many. It is a key of state, so it
 * never gains or loses a field: Flink could not find what was stored before.
 *
 * @param high the first 64 bits
 * @param low the last 64 bits
 */
public record EventId(long high, long low) {

  private static final int DIGITS = 16;
  private static final int HEXADECIMAL = 16;

  static EventId of(EcsEvent event) {
    String id = event.id();
    return new EventId(
        Long.parseUnsignedLong(id, 0, DIGITS, HEXADECIMAL),
        Long.parseUnsignedLong(id, DIGITS, 2 * DIGITS, HEXADECIMAL));
  }
}
