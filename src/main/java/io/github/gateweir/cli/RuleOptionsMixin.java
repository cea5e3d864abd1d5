package io.github.gateweir.cli;

import io.github.gateweir.detection.RuleFiles;
import io.github.gateweir.intel.InvalidListException;
import io.github.gateweir.intel.RuleLists;
import io.github.gateweir.sigma.rule.Environment;
import io.github.gateweir.sigma.rule.RuleFolder;
import io.github.gateweir.sigma.rule.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** The options that every command for rules has: the lists, and how it writes. */
final class RuleOptionsMixin {

  /** How a command writes. */
  enum Format {
    TEXT,
    JSON
  }

  /** What stands for the rules that come with Gateweir where a folder is asked for. */
  static final String SHIPPED = "shipped";

  @Option(
      names = "--lists",
      paramLabel = "DIR",
      description = "A folder with lists, NAME.txt, that the rules name as %%NAME%%.")
  private Path lists;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text (default) or json.")
  private Format format = Format.TEXT;

  boolean isJson() {
    return format == Format.JSON;
  }

  /** The rule files of a folder, or one file, or those that come with Gateweir. */
  static SortedMap<String, byte[]> files(String folder) throws IOException {
    if (folder.equals(SHIPPED)) {
      return RuleFiles.shipped();
    }
    Path path = Path.of(folder);
    if (!Files.exists(path)) {
      throw new UsageException(
          "There is no folder or file %s; \"%s\" stands for the rules that come with Gateweir."
              .formatted(folder, SHIPPED));
    }
    return RuleFolder.files(path);
  }

  /** The rules for our events, of every status. */
  RuleFiles ruleFiles(String folder) throws IOException {
    return new RuleFiles(
        new TreeMap<>(files(folder)), new TreeMap<>(listFiles()), "unsupported", 0);
  }

  /** The rules for any events. */
  RuleSet forAnyEvent(String folder) throws IOException {
    try {
      return new RuleFolder(RuleLists.with(listFiles()), Environment.ANY_EVENT).read(files(folder));
    } catch (InvalidListException e) {
      throw new UsageException(e.getMessage());
    }
  }

  private SortedMap<String, byte[]> listFiles() throws IOException {
    if (lists == null) {
      return new TreeMap<>();
    }
    if (!Files.isDirectory(lists)) {
      throw new UsageException("--lists: there is no folder " + lists + ".");
    }
    return RuleLists.readFolder(lists);
  }
}
