package io.github.gateweir.config;

import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/** The keys of the rules. */
public final class RuleOptions {

  public static final ConfigOption<Boolean> SHIPPED =
      ConfigOptions.key("gateweir.rules.shipped")
          .booleanType()
          .defaultValue(true)
          .withDescription("Whether the rules that come with Gateweir are evaluated.");

  public static final ConfigOption<String> PATH =
      ConfigOptions.key("gateweir.rules.path")
          .stringType()
          .noDefaultValue()
          .withDescription(
              "A folder with Sigma rules of your own, .yml and .yaml, that are evaluated too. They"
                  + " are read when the job is submitted.");

  public static final ConfigOption<String> LISTS_PATH =
      ConfigOptions.key("gateweir.rules.lists-path")
          .stringType()
          .noDefaultValue()
          .withDescription(
              "A folder with lists, NAME.txt, that rules name as %NAME%. One that is called like a"
                  + " list that comes with Gateweir takes its place.");

  public static final ConfigOption<RuleStatus> MIN_STATUS =
      ConfigOptions.key("gateweir.rules.min-status")
          .enumType(RuleStatus.class)
          .defaultValue(RuleStatus.TEST)
          .withDescription(
              "How mature a rule must be to be evaluated. One that does not say is taken for test.");

  public static final ConfigOption<Duration> SUPPRESS_WINDOW =
      ConfigOptions.key("gateweir.rules.suppress-window")
          .durationType()
          .defaultValue(Duration.ofMinutes(5))
          .withDescription(
              "Of the alerts of a rule with the same actor and domain, or whatever else the rule"
                  + " groups by, the first in a window of event time of this length goes out at once"
                  + " and one that sums up the others at its end. A rule may say otherwise. 0 turns"
                  + " this off for all.");

  static final List<Key<?>> KEYS =
      List.of(
          new Key<>(SHIPPED, Domain.yesOrNo()),
          new Key<>(PATH, Domain.folder()),
          new Key<>(LISTS_PATH, Domain.folder()),
          new Key<>(MIN_STATUS, Domain.oneOf(RuleStatus.class)),
          new Key<>(SUPPRESS_WINDOW, Domain.duration()));

  private RuleOptions() {}
}
