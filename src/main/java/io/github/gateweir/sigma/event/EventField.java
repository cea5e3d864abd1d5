package io.github.gateweir.sigma.event;

import org.jspecify.annotations.Nullable;

/**
 * A field of events.
 *
 * @param <E> an event
 */
@FunctionalInterface
public interface EventField<E> {

  /** What an event gives that lacks the field. */
  Object ABSENT = new Object();

  /**
   * The value in an event: {@link #ABSENT}, null for JSON's null, a String, a Boolean, a Long, a
   * {@link java.math.BigDecimal} for any other number, or a {@link java.util.List} of these. An
   * object (JSON's) is given as {@link java.util.Map}; it is present and matches no scalar.
   */
  @Nullable Object read(E event);
}
