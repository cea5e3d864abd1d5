package io.github.gateweir.config;

import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ReadableConfig;

/**
 * Files to read.
 *
 * @param paths files and folders, at least one: absolute paths, or URIs of Flink's file systems
 * @param mode whether the source ends
 * @param discoveryInterval how often {@code watch} looks for new files
 * @param settle how long a file must not have changed before {@code watch} reads it
 * @param remember how long {@code watch} remembers a path that it has read
 */
public record FileSourceSettings(
    List<String> paths,
    FileSourceMode mode,
    Duration discoveryInterval,
    Duration settle,
    Duration remember)
    implements SourceSettings {

  static FileSourceSettings of(ReadableConfig config) {
    return new FileSourceSettings(
        config
            .getOptional(FileSourceOptions.PATH)
            .orElseThrow(FileSourceSettings::pathMissing)
            .stream()
            .map(Location::absolute)
            .toList(),
        config.get(FileSourceOptions.MODE),
        config.get(FileSourceOptions.DISCOVERY_INTERVAL),
        config.get(FileSourceOptions.SETTLE),
        config.get(FileSourceOptions.REMEMBER));
  }

  private static SettingsException pathMissing() {
    return new SettingsException(
        "gateweir.source.files.path is missing: name the files or folders to read, with --input,"
            + " -D or in gateweir.yaml.");
  }

  @Override
  public boolean bounded() {
    return mode == FileSourceMode.BOUNDED;
  }

  /** The settings without their texts, which may be secret. */
  @Override
  public String toString() {
    return Described.of(this);
  }
}
