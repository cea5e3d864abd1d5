package io.github.gateweir.config;

import io.github.gateweir.ecs.Profile;
import java.time.Duration;
import org.apache.flink.configuration.ReadableConfig;

/**
 * The job's settings, checked.
 *
 * @param profile how the ECS documents look
 * @param eventTime how the job decides how far time has come
 * @param dedupWindow how long an event's id is remembered to drop its duplicates, in event time;
 *     zero when duplicates are not looked for
 * @param rules which rules are evaluated
 * @param session how records are correlated to sessions
 * @param source where the records come from
 * @param sinks where the streams go
 * @param set what was set, not what is default, a line for each key, with secrets masked
 */
public record Settings(
    Profile profile,
    EventTimeSettings eventTime,
    Duration dedupWindow,
    RuleSettings rules,
    SessionSettings session,
    SourceSettings source,
    SinkSettings sinks,
    String set) {

  static Settings of(ReadableConfig config, String set) {
    return new Settings(
        config.get(MappingOptions.PROFILE),
        EventTimeSettings.of(config),
        config.get(DedupOptions.WINDOW),
        RuleSettings.of(config),
        SessionSettings.of(config),
        SourceSettings.of(config),
        SinkSettings.of(config),
        set);
  }

  /** The same settings with another source. */
  public Settings withSource(SourceSettings other) {
    return new Settings(profile, eventTime, dedupWindow, rules, session, other, sinks, set);
  }

  /** What was set, with secrets masked. */
  @Override
  public String toString() {
    return set;
  }
}
