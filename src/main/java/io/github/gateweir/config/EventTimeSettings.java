package io.github.gateweir.config;

import java.time.Duration;
import org.apache.flink.configuration.ReadableConfig;

/**
 * How the job decides how far time has come.
 *
 * @param outOfOrderness how far a record may lie behind the newest one before it is late
 * @param idleness after how long without a record a file or partition no longer holds time back
 * @param quiet after how long without any record time advances with the wall clock
 * @param maxAhead how far ahead of the wall clock a timestamp may lie before it is suspect
 */
public record EventTimeSettings(
    Duration outOfOrderness, Duration idleness, Duration quiet, Duration maxAhead) {

  static EventTimeSettings of(ReadableConfig config) {
    return new EventTimeSettings(
        config.get(EventTimeOptions.OUT_OF_ORDERNESS),
        config.get(EventTimeOptions.IDLENESS),
        config.get(EventTimeOptions.QUIET),
        config.get(EventTimeOptions.MAX_AHEAD));
  }
}
