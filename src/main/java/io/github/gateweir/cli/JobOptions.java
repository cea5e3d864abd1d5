package io.github.gateweir.cli;

import io.github.gateweir.config.FileSinkOptions;
import io.github.gateweir.config.FileSourceOptions;
import io.github.gateweir.config.Settings;
import io.github.gateweir.config.SettingsLoader;
import io.github.gateweir.config.SinkStream;
import io.github.gateweir.config.SourceOptions;
import java.io.PrintWriter;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of the commands that run the job. */
final class JobOptions {

  private static final String FILES = "files";

  @Mixin private SettingsOptions settings;

  @Option(
      names = "--input",
      paramLabel = "PATH",
      description = "Read from this file or folder; may be repeated. Short for the file source.")
  private List<String> input = List.of();

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description =
          "Write to DIR/{events,alerts,sessions,dead-letters}/….ndjson. Short for the file sink.")
  private @Nullable String output;

  @Option(
      names = "--web",
      description = "Open Flink's web UI at http://localhost:8081 (rest.port) while the job runs.")
  private boolean web;

  /** The run that these options ask for. */
  JobRun job(PrintWriter err) {
    return new JobRun(settings.overrides(), web, err);
  }

  boolean hasInput() {
    return !input.isEmpty();
  }

  /** What is set for the job, before its sources and sinks are looked at. */
  private SettingsLoader loader() {
    SettingsLoader loader = settings.loader();
    if (!input.isEmpty()) {
      loader.value(SourceOptions.TYPE, FILES, "--input");
      loader.values(FileSourceOptions.PATH, input, "--input");
    }
    if (output != null) {
      for (SinkStream stream : SinkStream.values()) {
        loader.value(stream.sink(), FILES, "--output");
      }
      loader.value(FileSinkOptions.PATH, output, "--output");
    }
    return loader;
  }

  Settings settings(Configuration flink) {
    return loader().load(flink);
  }
}
