package io.github.gateweir.config;

import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;

/**
 * A known key: its option, and the values that it takes.
 *
 * @param option the Flink option, which has the name, the default and the description
 * @param domain the values
 */
record Key<T>(ConfigOption<T> option, Domain<T> domain) {

  String name() {
    return option.key();
  }

  /** Reads the value into the configuration, or throws an {@link IllegalArgumentException}. */
  void put(Given given, Configuration configuration) {
    if (given.list() && !domain.many()) {
      throw new IllegalArgumentException("a list where one value belongs");
    }
    configuration.set(option, domain.read(domain.many() ? given.items() : given.values()));
  }
}
