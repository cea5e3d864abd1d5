package io.github.gateweir.cli;

import io.github.gateweir.config.RuleOptions;
import io.github.gateweir.config.RuleSettings;
import io.github.gateweir.detection.Detections;
import io.github.gateweir.detection.RuleFiles;
import io.github.gateweir.intel.InvalidListException;
import io.github.gateweir.sigma.rule.Problem;
import io.github.gateweir.sigma.rule.Problem.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.flink.configuration.ConfigOption;

/** The rules that the settings name. */
final class JobRules {

  private JobRules() {}

  /** Reads them; a folder that is not there is wrong usage. */
  static RuleFiles read(RuleSettings settings) {
    try {
      return RuleFiles.read(
          settings.shipped(),
          folder(settings.path(), RuleOptions.PATH),
          folder(settings.listsPath(), RuleOptions.LISTS_PATH),
          settings.minStatus().name().toLowerCase(Locale.ROOT),
          settings.suppressWindow().toMillis());
    } catch (IOException e) {
      throw new UsageException("The rules cannot be read: " + e.getMessage());
    }
  }

  private static Path folder(Optional<String> path, ConfigOption<String> key) {
    if (path.isEmpty()) {
      return null;
    }
    Path folder = Path.of(path.get());
    if (!Files.isDirectory(folder)) {
      throw new UsageException(
          "%s: there is no folder %s: create it, or correct the setting."
              .formatted(key.key(), folder));
    }
    return folder;
  }

  /** What is to be said of them before the job runs: each fault, then how many are evaluated. */
  static List<String> check(RuleFiles files) {
    Detections detections = load(files);
    List<String> said = new ArrayList<>();
    for (Problem problem : detections.problems()) {
      if (problem.severity() == Severity.ERROR) {
        said.add(problem.toString());
      }
    }
    if (!said.isEmpty()) {
      said.add(
          "%d of %d rules are refused; the job runs with %d."
              .formatted(
                  detections.refused(), detections.set().documents(), detections.all().size()));
    }
    return said;
  }

  static Detections load(RuleFiles files) {
    try {
      return files.load();
    } catch (InvalidListException e) {
      throw new UsageException(e.getMessage());
    }
  }
}
