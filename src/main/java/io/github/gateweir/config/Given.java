package io.github.gateweir.config;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A value as the user gave it.
 *
 * @param key the whole key
 * @param values one value, or the items of a list
 * @param list whether it was written as a list
 * @param origin where it was written, the beginning of an error
 * @param secret whether it came out of a {@code ${env:…}} or {@code ${file:…}}, so that it must not
 *     be shown
 */
record Given(String key, List<String> values, boolean list, String origin, boolean secret) {

  static Given one(String key, String value, String origin) {
    return new Given(key, List.of(value), false, origin, false);
  }

  static Given many(String key, List<String> values, String origin) {
    return new Given(key, List.copyOf(values), true, origin, false);
  }

  /** The items: those of the list, or of one value what its semicolons separate. */
  List<String> items() {
    return list ? values : Arrays.stream(values.get(0).split(";", -1)).map(String::strip).toList();
  }

  Given resolve(UnaryOperator<String> resolver) {
    List<String> resolved = values.stream().map(resolver).toList();
    return resolved.equals(values) ? this : new Given(key, resolved, list, origin, true);
  }

  /** The value for an error or a log, unless it is a secret. */
  String shown() {
    if (secret || Secrets.isNamed(key)) {
      return Secrets.MASK;
    }
    return list ? values.toString() : '"' + values.get(0) + '"';
  }

  /** An error about this value. */
  SettingsException error(String rest) {
    return new SettingsException(origin + ": " + key + " " + rest);
  }
}
