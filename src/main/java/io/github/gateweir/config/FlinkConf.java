package io.github.gateweir.config;

import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;

/** Flink's own settings for a local run: {@code config.yaml} and what {@code -D} gave. */
public final class FlinkConf {

  private FlinkConf() {}

  /**
   * Reads Flink's settings.
   *
   * @param folder the folder with {@code config.yaml}
   * @param overrides what {@code -D} gave
   * @throws SettingsException when there is no such file, it is not YAML, or a value is not what
   *     Flink takes
   */
  public static Configuration load(Path folder, Overrides overrides) {
    Path file = folder.resolve(GlobalConfiguration.FLINK_CONF_FILENAME);
    if (!Files.isReadable(file)) {
      throw new SettingsException(file + ": there is no such file of Flink's settings.");
    }
    Configuration configuration = read(file);
    overrides.flink().forEach(configuration::setString);
    check(configuration, file, overrides);
    return configuration;
  }

  private static Configuration read(Path file) {
    try {
      return GlobalConfiguration.loadConfiguration(file.toAbsolutePath().getParent().toString());
    } catch (RuntimeException e) {
      throw new SettingsException(
          file + ": Flink cannot read this as its settings: " + Reason.of(e) + ".", e);
    }
  }

  /** Flink would find a wrong value only when it needs it, and answer with a stack trace. */
  private static void check(Configuration configuration, Path file, Overrides overrides) {
    options()
        .filter(option -> configuration.contains(option))
        .forEach(
            option -> {
              String key = option.key();
              try {
                configuration.get(option);
              } catch (IllegalArgumentException e) {
                Map<String, String> given = overrides.flink();
                String origin = given.containsKey(key) ? "-D" : file.toString();
                throw new SettingsException(
                    origin
                        + ": "
                        + key
                        + " is \""
                        + configuration.getString(key, "")
                        + "\", which Flink does not take: "
                        + Reason.of(e)
                        + ".",
                    e);
              }
            });
  }

  private static Stream<ConfigOption<?>> options() {
    return Stream.<Class<?>>of(
            CheckpointingOptions.class,
            CoreOptions.class,
            JobManagerOptions.class,
            PipelineOptions.class,
            RestOptions.class,
            RestartStrategyOptions.class,
            StateBackendOptions.class,
            TaskManagerOptions.class)
        .flatMap(type -> Stream.of(type.getFields()))
        .filter(field -> field.getType() == ConfigOption.class)
        .map(FlinkConf::option);
  }

  private static ConfigOption<?> option(Field field) {
    try {
      return (ConfigOption<?>) field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
