package io.github.gateweir.sigma.compile;

import io.github.gateweir.sigma.event.EventField;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one field has in the event that is being matched. */
final class FieldValues {

  private Scalar[] scalars = {new Scalar()};
  private int count;
  private @Nullable Object raw = EventField.ABSENT;

  void set(@Nullable Object value) {
    raw = value;
    count = 0;
    addAll(value);
  }

  /** Starts a collection of texts. */
  void clear() {
    set(EventField.ABSENT);
  }

  void addAll(@Nullable Object value) {
    if (value instanceof List<?> list) {
      for (Object element : list) {
        addAll(element);
      }
    } else if (value != null && value != EventField.ABSENT && !(value instanceof Map)) {
      add(value);
    }
  }

  private void add(Object value) {
    if (count == scalars.length) {
      int old = count;
      scalars = Arrays.copyOf(scalars, 2 * old);
      Arrays.setAll(scalars, i -> i < old ? scalars[i] : new Scalar());
    }
    scalars[count++].set(value);
  }

  /** How many strings, numbers and booleans there are. */
  int count() {
    return count;
  }

  Scalar get(int index) {
    return scalars[index];
  }

  /** The first value that passes the test; null when none does. */
  @Nullable Scalar first(ScalarCheck test) {
    for (int i = 0; i < count; i++) {
      if (test.passes(scalars[i])) {
        return scalars[i];
      }
    }
    return null;
  }

  boolean exists() {
    return raw != EventField.ABSENT;
  }

  boolean isNull() {
    return raw == null
        || raw == EventField.ABSENT
        || (raw instanceof List<?> list && list.isEmpty());
  }

  /** The value as the event has it, for explanations; null when it is absent. */
  @Nullable String spelled() {
    return exists() ? String.valueOf(raw) : null;
  }
}
