package io.github.gateweir.sigma.compile;

import io.github.gateweir.sigma.event.EventModel;
import org.jspecify.annotations.Nullable;

/**
 * The event that is being matched. Each field is read when it is first asked for, and only once.
 *
 * @param <E> an event
 */
final class Reading<E> {

  private final EventModel<E> model;
  private final Slots<E> slots;
  private final FieldValues[] values;
  private final long[] readAt;
  private long now;
  private @Nullable E event;

  Reading(EventModel<E> model, Slots<E> slots) {
    this.model = model;
    this.slots = slots;
    values = new FieldValues[slots.count()];
    for (int i = 0; i < values.length; i++) {
      values[i] = new FieldValues();
    }
    readAt = new long[values.length];
  }

  void begin(E newEvent) {
    event = newEvent;
    now++;
  }

  FieldValues values(int slot) {
    FieldValues known = values[slot];
    if (readAt[slot] != now && event != null) {
      readAt[slot] = now;
      read(slot, event, known);
    }
    return known;
  }

  private void read(int slot, E from, FieldValues into) {
    if (slot == Slots.KEYWORDS) {
      into.clear();
      model.forEachText(from, into::addAll);
    } else {
      into.set(slots.field(slot).read(from));
    }
  }
}
