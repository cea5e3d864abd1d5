package io.github.gateweir.detection;

import io.github.gateweir.intel.InvalidListException;
import io.github.gateweir.intel.RuleLists;
import io.github.gateweir.sigma.rule.RuleFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rules and lists of a job as they were when it was submitted. They travel to where they are
 * evaluated as the text that they are, because a task may run where the files are not.
 *
 * @param rules the rule files' content by their names
 * @param lists the content of the lists beside those that come with the program, by their names
 * @param minStatus how mature a rule must be, as Sigma spells it
 * @param suppressWindow in how long a window of event time alerts that are alike are held together,
 *     milliseconds; 0 for none
 */
public record RuleFiles(
    TreeMap<String, byte[]> rules,
    TreeMap<String, byte[]> lists,
    String minStatus,
    long suppressWindow)
    implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String FOLDER = "/rules/";

  /** No rules. */
  public static RuleFiles none() {
    return new RuleFiles(new TreeMap<>(), new TreeMap<>(), "test", 0);
  }

  /** The rules that come with the program. */
  public static TreeMap<String, byte[]> shipped() {
    TreeMap<String, byte[]> files = new TreeMap<>();
    new String(resource("index.txt"), StandardCharsets.UTF_8)
        .lines()
        .forEach(name -> files.put("gateweir/" + name, resource(name)));
    return files;
  }

  private static byte[] resource(String name) {
    try (InputStream in = RuleFiles.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("The program lacks its file " + FOLDER + name + ".");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Samples of a rule that comes with the program, such as {@code cryptomining.match.ndjson}. */
  public static byte @Nullable [] shippedSamples(String name) {
    try (InputStream in = RuleFiles.class.getResourceAsStream(FOLDER + "samples/" + name)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads rules and lists.
   *
   * @param shipped whether the rules that come with the program are among them
   * @param rules the folder with others
   * @param lists the folder with lists
   * @throws IOException if a folder is not there or cannot be read
   */
  public static RuleFiles read(
      boolean shipped,
      @Nullable Path rules,
      @Nullable Path lists,
      String minStatus,
      long suppressWindow)
      throws IOException {
    TreeMap<String, byte[]> all = shipped ? shipped() : new TreeMap<>();
    if (rules != null) {
      all.putAll(RuleFolder.files(rules));
    }
    return new RuleFiles(
        all,
        lists == null ? new TreeMap<>() : new TreeMap<>(RuleLists.readFolder(lists)),
        minStatus,
        suppressWindow);
  }

  /**
   * The detections; what is wrong with rules is among them.
   *
   * @throws InvalidListException if a list has a line that is not a value
   */
  public Detections load() throws InvalidListException {
    return Detections.load(this);
  }
}
