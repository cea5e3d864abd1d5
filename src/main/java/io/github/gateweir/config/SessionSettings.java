package io.github.gateweir.config;

import java.time.Duration;
import org.apache.flink.configuration.ReadableConfig;

/**
 * How records are correlated to sessions.
 *
 * @param inactivityGap how far apart two records of a session may lie
 * @param maxLength how long a session is at most
 * @param emit which sessions are written
 * @param longDomainThreshold how many distinct long domains of a session raise an alert
 * @param longDomainRecords how many records with a long domain raise it
 */
public record SessionSettings(
    Duration inactivityGap,
    Duration maxLength,
    SessionEmit emit,
    int longDomainThreshold,
    int longDomainRecords) {

  static SessionSettings of(ReadableConfig config) {
    return new SessionSettings(
        config.get(SessionOptions.INACTIVITY_GAP),
        config.get(SessionOptions.MAX_LENGTH),
        config.get(SessionOptions.EMIT),
        config.get(SessionOptions.LONG_DOMAIN_THRESHOLD),
        config.get(SessionOptions.LONG_DOMAIN_RECORDS));
  }
}
