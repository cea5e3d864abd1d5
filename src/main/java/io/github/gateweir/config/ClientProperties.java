package io.github.gateweir.config;

import java.util.Map;
import org.apache.flink.configuration.ConfigOption;

/**
 * The key below which everything is handed to a Kafka client.
 *
 * @param option the map of properties
 * @param reserved the properties that would be overwritten, each with what to do instead
 */
record ClientProperties(ConfigOption<Map<String, String>> option, Map<String, String> reserved) {

  String prefix() {
    return option.key() + ".";
  }

  boolean has(String key) {
    return key.startsWith(prefix()) && key.length() > prefix().length();
  }

  /** The property's name for the client. */
  String name(Given given) {
    String name = given.key().substring(prefix().length());
    String instead = reserved.get(name);
    if (instead != null) {
      throw given.error("would be overwritten: " + instead + ".");
    }
    if (given.list()) {
      throw given.error("is a list, but a Kafka property is one value: separate by commas.");
    }
    return name;
  }
}
