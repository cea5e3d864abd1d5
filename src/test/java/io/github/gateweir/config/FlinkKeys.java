package io.github.gateweir.config;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.state.rocksdb.RocksDBOptions;

/** The keys that Flink knows, read from its own classes of options. */
final class FlinkKeys {

  private static final Map<String, ConfigOption<?>> OPTIONS = options();
  private static final String REPORTER = "metrics\\.reporter\\.\\w+\\.";

  /** What the Prometheus reporter reads of its own; it has no public options for it. */
  private static final ConfigOption<String> PORT =
      ConfigOptions.key("port").stringType().noDefaultValue();

  private FlinkKeys() {}

  static Set<String> all() {
    return OPTIONS.keySet();
  }

  static boolean knows(String key) {
    return find(key).isPresent();
  }

  /** Reads the value as Flink would, and so fails where Flink would. */
  static Object read(String key, String value) {
    ConfigOption<?> option = find(key).orElseThrow(() -> new AssertionError(key));
    return Configuration.fromMap(Map.of(option.key(), value)).get(option);
  }

  private static Optional<ConfigOption<?>> find(String key) {
    if (key.matches(REPORTER + ".*")) {
      String rest = key.replaceFirst(REPORTER, "");
      return Stream.<ConfigOption<?>>of(MetricOptions.REPORTER_FACTORY_CLASS, PORT)
          .filter(option -> option.key().equals(rest))
          .findFirst();
    }
    return Optional.ofNullable(OPTIONS.get(key));
  }

  private static Map<String, ConfigOption<?>> options() {
    Map<String, ConfigOption<?>> options = new TreeMap<>();
    Stream.of(ConfigOption.class, RocksDBOptions.class)
        .flatMap(FlinkKeys::classes)
        .flatMap(type -> Stream.of(type.getFields()))
        .filter(field -> Modifier.isStatic(field.getModifiers()))
        .filter(field -> field.getType() == ConfigOption.class)
        .filter(field -> !field.isAnnotationPresent(Deprecated.class))
        .map(FlinkKeys::value)
        .forEach(option -> options.put(option.key(), option));
    return options;
  }

  private static Stream<Class<?>> classes(Class<?> neighbour) {
    try (JarFile jar =
        new JarFile(neighbour.getProtectionDomain().getCodeSource().getLocation().getPath())) {
      return jar.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.endsWith("Options.class"))
          .map(name -> name.replace('/', '.').replaceFirst("\\.class$", ""))
          .<Class<?>>map(FlinkKeys::load)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, true, FlinkKeys.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static ConfigOption<?> value(Field field) {
    try {
      return (ConfigOption<?>) field.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
