package io.github.gateweir.sigma.event;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A kind of events that rules can read.
 *
 * @param <E> an event
 */
public interface EventModel<E> {

  /**
   * How a field is read; null when events of this kind cannot have it.
   *
   * @param name the field as the rule names it
   */
  @Nullable EventField<E> field(String name);

  /** Gives every string and number of the event, which is what keywords are looked for in. */
  void forEachText(E event, Consumer<String> texts);
}
