package io.github.gateweir.sigma.compile;

import io.github.gateweir.sigma.event.EventField;
import io.github.gateweir.sigma.event.EventModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields that any rule reads, numbered. Number 0 is all texts of the event, for keywords.
 *
 * @param <E> an event
 */
final class Slots<E> {

  static final int KEYWORDS = 0;

  private final EventModel<E> model;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<EventField<E>> fields = new ArrayList<>();

  Slots(EventModel<E> model) {
    this.model = model;
  }

  /** How many numbers are given away. */
  int count() {
    return fields.size() + 1;
  }

  EventField<E> field(int slot) {
    return fields.get(slot - 1);
  }

  /** The field's number; a new one when it had none. */
  int slot(String name) {
    Integer known = numbers.get(name);
    return known == null ? add(name) : known;
  }

  private int add(String name) {
    EventField<E> field = model.field(name);
    if (field == null) {
      throw new IllegalArgumentException(
          "Events cannot have the field \"%s\"; refuse the rule before compiling it."
              .formatted(name));
    }
    fields.add(field);
    numbers.put(name, fields.size());
    return fields.size();
  }
}
