package io.github.gateweir.config;

import java.time.Duration;
import java.util.Optional;
import org.apache.flink.configuration.ReadableConfig;

/**
 * Which rules are evaluated.
 *
 * @param shipped whether those that come with Gateweir are
 * @param path the folder with others
 * @param listsPath the folder with lists
 * @param minStatus how mature a rule must be
 * @param suppressWindow in how long a window alerts that are alike are held together; zero for none
 */
public record RuleSettings(
    boolean shipped,
    Optional<String> path,
    Optional<String> listsPath,
    RuleStatus minStatus,
    Duration suppressWindow) {

  static RuleSettings of(ReadableConfig config) {
    return new RuleSettings(
        config.get(RuleOptions.SHIPPED),
        config.getOptional(RuleOptions.PATH),
        config.getOptional(RuleOptions.LISTS_PATH),
        config.get(RuleOptions.MIN_STATUS),
        config.get(RuleOptions.SUPPRESS_WINDOW));
  }
}
