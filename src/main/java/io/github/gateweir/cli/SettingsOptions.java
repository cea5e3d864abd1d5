package io.github.gateweir.cli;

import io.github.gateweir.config.Overrides;
import io.github.gateweir.config.SettingsLoader;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the commands that read the job's settings. */
final class SettingsOptions {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The job's settings (default flink-conf/gateweir.yaml).")
  private @Nullable Path config;

  @Option(
      names = "-D",
      paramLabel = "KEY=VALUE",
      description = "Overrides a setting of the job (gateweir.…) or of Flink; may be repeated.")
  private List<String> definitions = List.of();

  /** What {@code -D} gave. */
  Overrides overrides() {
    return Overrides.parse(definitions);
  }

  /** What the file says, overridden by {@code -D}. */
  SettingsLoader loader() {
    SettingsLoader loader = new SettingsLoader(System.getenv());
    if (config != null) {
      loader.file(config);
    } else {
      Home.file("flink-conf/gateweir.yaml").ifPresent(loader::file);
    }
    return loader.overrides(overrides());
  }
}
