package io.github.gateweir.config;

import java.time.Duration;
import org.apache.flink.configuration.ReadableConfig;

/**
 * Files to write.
 *
 * @param path the folder for the output, an absolute path or a URI of Flink's file systems; each
 *     stream has a folder below it
 * @param rollSize from how many bytes on a file is closed
 * @param rollInterval after how long a file is closed, however small it is
 */
public record FileSinkSettings(String path, long rollSize, Duration rollInterval) {

  static FileSinkSettings of(ReadableConfig config) {
    return new FileSinkSettings(
        Location.absolute(config.get(FileSinkOptions.PATH)),
        config.get(FileSinkOptions.ROLL_SIZE).getBytes(),
        config.get(FileSinkOptions.ROLL_INTERVAL));
  }

  /** The settings without their texts, which may be secret. */
  @Override
  public String toString() {
    return Described.of(this);
  }
}
