package io.github.gateweir.alert;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tactics and techniques of MITRE ATT&CK by the Sigma tags that name them. Tactics are named by
 * words ({@code attack.command-and-control}), techniques by number ({@code attack.t1071.004}).
 *
 * @see <a href="https://attack.mitre.org">ATT&CK</a>
 */
public final class Attack {

  private static final String FILE = "/alert/attack.tsv";
  private static final String PREFIX = "attack.";
  private static final String SITE = "https://attack.mitre.org/";
  private static final Map<String, String[]> BY_TAG = read();

  private Attack() {}

  /**
   * A tactic or technique.
   *
   * @param id such as {@code TA0011} or {@code T1071.004}
   * @param name its name; its id when it is not one of those known here
   * @param reference its page
   */
  public record Entry(String id, String name, String reference) {

    /** Whether it is a technique below another one. */
    public boolean isSubtechnique() {
      return id.indexOf('.') >= 0;
    }
  }

  /** The tactics that the tags name, in their order. */
  public static List<Entry> tactics(List<String> tags) {
    List<Entry> tactics = new ArrayList<>();
    for (String tag : tags) {
      String[] known = BY_TAG.get(normal(tag));
      if (known != null && known[1].startsWith("TA")) {
        tactics.add(new Entry(known[1], known[2], SITE + "tactics/" + known[1] + "/"));
      }
    }
    return tactics;
  }

  /** The techniques that the tags name, in their order. */
  public static List<Entry> techniques(List<String> tags) {
    List<Entry> techniques = new ArrayList<>();
    for (String tag : tags) {
      String normal = normal(tag);
      if (normal.matches("attack\\.t\\d{4}(\\.\\d{3})?")) {
        techniques.add(technique(normal.substring(PREFIX.length()).toUpperCase(Locale.ROOT)));
      }
    }
    return techniques;
  }

  private static Entry technique(String id) {
    String[] known = BY_TAG.get(PREFIX + id.toLowerCase(Locale.ROOT));
    String reference = SITE + "techniques/" + id.replace('.', '/') + "/";
    return new Entry(id, known == null ? id : known[2], reference);
  }

  /** The technique that a subtechnique belongs to; itself when it is none. */
  public static Entry parent(Entry technique) {
    int dot = technique.id().indexOf('.');
    return dot < 0 ? technique : technique(technique.id().substring(0, dot));
  }

  /** Tactics have been written with hyphens and with underscores. */
  private static String normal(String tag) {
    return tag.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Map<String, String[]> read() {
    Map<String, String[]> entries = new HashMap<>();
    try (InputStream in = Attack.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("The program lacks its file " + FILE + ".");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          String[] parts = line.split("\t", -1);
          entries.put(PREFIX + parts[0], parts);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(entries);
  }
}
