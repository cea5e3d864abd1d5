package io.github.gateweir.config;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

/** Texts about settings that are safe to print and to log. */
final class Described {

  private Described() {}

  /** What was set, a line for each key, with secrets masked. */
  static String of(Collection<Given> values) {
    return values.stream()
        .map(given -> given.key() + " = " + given.shown())
        .collect(Collectors.joining("\n"));
  }

  /**
   * A record of settings with its numbers, durations and choices. Its texts are masked: only the
   * loader knows which of them were secrets.
   */
  static String of(Record settings) {
    return Arrays.stream(settings.getClass().getRecordComponents())
        .map(component -> component.getName() + "=" + shown(component, settings))
        .collect(Collectors.joining(", ", settings.getClass().getSimpleName() + "[", "]"));
  }

  private static Object shown(RecordComponent component, Record settings) {
    Class<?> type = component.getType();
    boolean safe = type.isPrimitive() || type.isEnum() || type.getName().startsWith("java.time.");
    return safe ? value(component, settings) : Secrets.MASK;
  }

  private static Object value(RecordComponent component, Record settings) {
    try {
      return component.getAccessor().invoke(settings);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
