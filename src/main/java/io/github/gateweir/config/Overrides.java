package io.github.gateweir.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was given with {@code -D key=value}, in its order; of a key given twice the last counts.
 *
 * @param gateweir the job's own settings
 * @param flink everything else: Flink's settings
 */
public record Overrides(Map<String, String> gateweir, Map<String, String> flink) {

  /** Nothing overridden. */
  public static final Overrides NONE = parse(List.of());

  /**
   * Sorts the arguments of {@code -D}.
   *
   * @param definitions texts of the form {@code key=value}
   * @throws SettingsException for one without a key or without {@code =}
   */
  public static Overrides parse(List<String> definitions) {
    Map<String, String> gateweir = new LinkedHashMap<>();
    Map<String, String> flink = new LinkedHashMap<>();
    for (String definition : definitions) {
      int equals = definition.indexOf('=');
      if (equals < 1) {
        throw new SettingsException("-D " + definition + ": write it as -D key=value.");
      }
      String key = definition.substring(0, equals).strip();
      (Keys.isFlinks(key) ? flink : gateweir).put(key, definition.substring(equals + 1).strip());
    }
    return new Overrides(gateweir, flink);
  }
}
