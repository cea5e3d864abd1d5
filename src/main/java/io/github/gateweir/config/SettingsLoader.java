package io.github.gateweir.config;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;

/**
 * Loads the job's settings. What is added later overrides what was added before:
 *
 * <pre>{@code
 * Settings settings =
 *     new SettingsLoader(System.getenv())
 *         .file(home.resolve("flink-conf/gateweir.yaml"))
 *         .overrides(Overrides.parse(definitions))
 *         .paths(FileSourceOptions.PATH, List.of("logs"), "--input")
 *         .load(flinkConfiguration);
 * }</pre>
 *
 * <p>Every mistake is a {@link SettingsException}.
 */
public final class SettingsLoader {

  private final Secrets secrets;
  private final Map<String, Given> values = new LinkedHashMap<>();

  /**
   * A loader that knows only the defaults.
   *
   * @param environment the environment variables for {@code ${env:NAME}}
   */
  public SettingsLoader(Map<String, String> environment) {
    this.secrets = new Secrets(environment);
  }

  /** Adds a file of settings. */
  public SettingsLoader file(Path path) {
    values.putAll(SettingsFile.read(path));
    return this;
  }

  /** Adds what {@code -D} gave. */
  public SettingsLoader overrides(Overrides overrides) {
    overrides.gateweir().forEach((key, value) -> values.put(key, Given.one(key, value, "-D")));
    return this;
  }

  /**
   * Adds the value of an option of the command line that is short for a setting.
   *
   * @param origin the name of the option, for errors
   */
  public SettingsLoader value(ConfigOption<?> option, String value, String origin) {
    values.put(option.key(), Given.one(option.key(), value, origin));
    return this;
  }

  /** Adds a list, as {@link #value} does one value; its items are taken as they are. */
  public SettingsLoader values(ConfigOption<?> option, List<String> items, String origin) {
    values.put(option.key(), Given.many(option.key(), items, origin));
    return this;
  }

  /**
   * Reads, checks and returns the settings.
   *
   * @param flink Flink's own settings, which must fit the job's
   */
  public Settings load(Configuration flink) {
    Map<String, Given> resolved = resolved();
    Settings settings = Settings.of(typed(resolved), Described.of(resolved.values()));
    new SettingsCheck(settings, resolved).check(flink);
    return settings;
  }

  /**
   * Reads, checks and returns where the Elasticsearch cluster is. Only that has to be right
   * together, so that a cluster can be set up before there is a source.
   */
  public ElasticsearchSettings loadElasticsearch() {
    Map<String, Given> resolved = resolved();
    ElasticsearchSettings settings = ElasticsearchSettings.of(typed(resolved));
    new ElasticsearchCheck(settings, (option, rest) -> SettingsCheck.error(resolved, option, rest))
        .check();
    return settings;
  }

  private Map<String, Given> resolved() {
    Map<String, Given> resolved = new LinkedHashMap<>();
    values.forEach((key, given) -> resolved.put(key, secrets.resolve(given)));
    return resolved;
  }

  private static Configuration typed(Map<String, Given> values) {
    Configuration configuration = new Configuration();
    for (ClientProperties client : Keys.CLIENTS) {
      Map<String, String> properties = new HashMap<>();
      values.values().stream()
          .filter(given -> client.has(given.key()))
          .forEach(given -> properties.put(client.name(given), given.values().get(0)));
      configuration.set(client.option(), properties);
    }
    values.values().stream()
        .filter(given -> Keys.client(given.key()).isEmpty())
        .forEach(given -> put(given, configuration));
    return configuration;
  }

  private static void put(Given given, Configuration configuration) {
    Key<?> key = Keys.find(given.key()).orElseThrow(() -> unknown(given));
    try {
      key.put(given, configuration);
    } catch (Mistake e) {
      throw new SettingsException(given.error(e.getMessage()).getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw given.error("is " + given.shown() + ", but it takes " + key.domain().expected() + ".");
    }
  }

  private static SettingsException unknown(Given given) {
    if (Keys.isFlinks(given.key())) {
      return given.error("is one of Flink's settings: move it to config.yaml, or use -D.");
    }
    if (Keys.isSection(given.key())) {
      return given.error("is a section and takes no value: set one of the keys below it.");
    }
    return given.error(
        "is not a setting; the nearest that there is: " + Keys.nearest(given.key()) + ".");
  }
}
