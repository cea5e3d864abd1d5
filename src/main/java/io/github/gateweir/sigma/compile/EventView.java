package io.github.gateweir.sigma.compile;

import io.github.gateweir.sigma.event.EventModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One event as rules look at it: each field is read once, when the first rule asks. */
final class EventView<E> {

  private final EventModel<E> model;
  private final FieldTable<E> fields;
  private final @Nullable FieldValue[] values;
  private @Nullable List<Scalar> texts;
  private @Nullable E event;

  EventView(EventModel<E> model, FieldTable<E> fields) {
    this.model = model;
    this.fields = fields;
    values = new FieldValue[fields.size()];
  }

  /** Looks at another event. */
  void lookAt(E next) {
    event = next;
    Arrays.fill(values, null);
    texts = null;
  }

  /** What the event has in a field, by the field's number in the table. */
  FieldValue field(int number) {
    FieldValue value = values[number];
    if (value == null) {
      value = FieldValue.of(fields.get(number).read(event()));
      values[number] = value;
    }
    return value;
  }

  /** Every text and number of the event. */
  List<Scalar> texts() {
    if (texts == null) {
      List<Scalar> all = new ArrayList<>();
      model.forEachText(event(), text -> all.add(Scalar.of(text)));
      texts = all;
    }
    return texts;
  }

  private E event() {
    if (event == null) {
      throw new IllegalStateException("There is no event to look at.");
    }
    return event;
  }
}
