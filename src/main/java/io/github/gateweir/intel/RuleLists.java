package io.github.gateweir.intel;

import io.github.gateweir.sigma.rule.Placeholders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The lists that rules may name: those that come with the program, and those of a folder, of which
 * one with the same name takes the place of the program's.
 */
public final class RuleLists implements Placeholders {

  private static final String SUFFIX = ".txt";

  private final Map<String, RuleList> lists;
  private final Map<String, List<String>> placeholders = new HashMap<>();

  private RuleLists(Map<String, RuleList> lists) {
    this.lists = lists;
    lists.values().forEach(list -> placeholders.putAll(list.placeholders()));
  }

  /** The lists that come with the program. */
  public static RuleLists shipped() {
    return new RuleLists(readShipped());
  }

  /**
   * The lists that come with the program, and those of a folder: its files {@code NAME.txt}.
   *
   * @throws InvalidListException if there is no such folder, or a list in it has a line that is not
   *     a value
   * @throws IOException if the folder or a file in it cannot be read
   */
  public static RuleLists withFolder(Path folder) throws InvalidListException, IOException {
    if (!Files.isDirectory(folder)) {
      throw new InvalidListException(folder + ": There is no such folder of lists; create it.");
    }
    return with(readFolder(folder));
  }

  /**
   * The files of a folder that are lists, by their paths.
   *
   * @throws IOException if the folder or a file in it cannot be read
   */
  public static SortedMap<String, byte[]> readFolder(Path folder) throws IOException {
    SortedMap<String, byte[]> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(RuleLists::isList).toList()) {
        contents.put(file.toString(), Files.readAllBytes(file));
      }
    }
    return contents;
  }

  /**
   * The lists that come with the program, and others.
   *
   * @param files the others' content by their paths
   * @throws InvalidListException if one has a line that is not a value
   */
  public static RuleLists with(SortedMap<String, byte[]> files) throws InvalidListException {
    Map<String, RuleList> lists = readShipped();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      RuleList list = RuleList.parse(stem(Path.of(file.getKey())), file.getKey(), file.getValue());
      lists.put(list.name(), list);
    }
    return new RuleLists(lists);
  }

  private static Map<String, RuleList> readShipped() {
    Map<String, RuleList> lists = new TreeMap<>();
    String index = new String(RuleList.resource("/intel/index.txt"), StandardCharsets.UTF_8);
    index
        .lines()
        .map(file -> RuleList.shipped(file.substring(0, file.length() - SUFFIX.length())))
        .forEach(list -> lists.put(list.name(), list));
    return lists;
  }

  private static boolean isList(Path file) {
    return file.toString().endsWith(SUFFIX) && Files.isRegularFile(file);
  }

  private static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(0, name.length() - SUFFIX.length());
  }

  /** The lists, by name. */
  public List<RuleList> lists() {
    return List.copyOf(lists.values());
  }

  @Override
  public @Nullable List<String> values(String name) {
    return placeholders.get(name);
  }
}
