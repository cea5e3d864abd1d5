package io.github.gateweir.sigma.compile;

import io.github.gateweir.sigma.event.EventField;
import io.github.gateweir.sigma.event.EventModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The fields that rules name, numbered. */
final class FieldTable<E> {

  private final EventModel<E> model;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<EventField<E>> fields = new ArrayList<>();

  FieldTable(EventModel<E> model) {
    this.model = model;
  }

  /** The number of a field. One that events cannot have is absent from all. */
  int number(String name) {
    return numbers.computeIfAbsent(
        name,
        unknown -> {
          EventField<E> field = model.field(unknown);
          fields.add(field == null ? event -> EventField.ABSENT : field);
          return fields.size() - 1;
        });
  }

  EventField<E> get(int number) {
    return fields.get(number);
  }

  int size() {
    return fields.size();
  }
}
