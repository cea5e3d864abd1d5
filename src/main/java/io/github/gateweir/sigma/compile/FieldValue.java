package io.github.gateweir.sigma.compile;

import io.github.gateweir.sigma.event.EventField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an event has in a field.
 *
 * @param exists whether it has the field, if only with null
 * @param isNull whether there is nothing: absent, null, an empty list
 * @param scalars its strings, numbers and booleans; several of a list
 */
record FieldValue(boolean exists, boolean isNull, List<Scalar> scalars) {

  private static final FieldValue ABSENT = new FieldValue(false, true, List.of());
  private static final FieldValue NULL = new FieldValue(true, true, List.of());
  private static final FieldValue OBJECT = new FieldValue(true, false, List.of());

  static FieldValue of(@Nullable Object value) {
    if (value == EventField.ABSENT) {
      return ABSENT;
    }
    if (value == null) {
      return NULL;
    }
    if (value instanceof List<?> list) {
      return list.isEmpty() ? NULL : new FieldValue(true, false, scalars(list));
    }
    return value instanceof Map ? OBJECT : new FieldValue(true, false, List.of(Scalar.of(value)));
  }

  private static List<Scalar> scalars(List<?> list) {
    List<Scalar> scalars = new ArrayList<>(list.size());
    for (Object element : list) {
      if (element instanceof List<?> inner) {
        scalars.addAll(scalars(inner));
      } else if (element != null && !(element instanceof Map)) {
        scalars.add(Scalar.of(element));
      }
    }
    return scalars;
  }
}
