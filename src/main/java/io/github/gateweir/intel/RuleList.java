package io.github.gateweir.intel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A list of domains, addresses or networks that rules name by a placeholder.
 *
 * <p>As text it has one value a line. What follows a {@code #} is a comment. A value is a domain,
 * an IP address, an address with a port ({@code 192.0.2.1:443}, {@code [2001:db8::1]:443}), or a
 * network ({@code 192.0.2.0/24}).
 */
public final class RuleList {

  private static final String DOMAINS = "_domains";
  private static final String SUBDOMAINS = "_subdomains";

  private final String name;
  private final Set<String> values = new LinkedHashSet<>();
  private final Map<Integer, List<String>> byPort = new TreeMap<>();

  private RuleList(String name) {
    this.name = name;
  }

  /**
   * Reads a list.
   *
   * @param name what rules call it, without percent signs; one that ends in {@code _domains} has
   *     nothing but domains
   * @param file where it comes from, for messages
   * @param utf8 the text
   * @throws InvalidListException if a line is not a value
   */
  public static RuleList parse(String name, String file, byte[] utf8) throws InvalidListException {
    RuleList list = new RuleList(name);
    int number = 0;
    for (String line : text(file, utf8).split("\r?\n", -1)) {
      number++;
      String value = (line.indexOf('#') < 0 ? line : line.substring(0, line.indexOf('#'))).strip();
      try {
        if (!value.isEmpty()) {
          list.add(ListValue.parse(value));
        }
      } catch (IllegalArgumentException e) {
        throw new InvalidListException(file + ":" + number + ": " + e.getMessage());
      }
    }
    return list;
  }

  private static String text(String file, byte[] utf8) throws InvalidListException {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new InvalidListException(file + ": The list is not in UTF-8; save it in UTF-8.");
    }
  }

  private void add(ListValue value) {
    if (name.endsWith(DOMAINS) && value.kind() != ListValue.Kind.DOMAIN) {
      throw new IllegalArgumentException(
          "'%s' is not a domain, and a list whose name ends in %s has only domains."
              .formatted(value.text(), DOMAINS));
    }
    values.add(value.text());
    if (value.port() > 0) {
      byPort.computeIfAbsent(value.port(), port -> new ArrayList<>()).add(value.text());
    }
  }

  /**
   * A list that comes with the program.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  static RuleList shipped(String name) {
    String file = "/intel/" + name + ".txt";
    try {
      return parse(name, file, resource(file));
    } catch (InvalidListException e) {
      throw new IllegalStateException("The program has a faulty list. " + e.getMessage(), e);
    }
  }

  static byte[] resource(String file) {
    try (@Nullable InputStream in = RuleList.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException("The program lacks its file " + file + ".");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What rules call the list, without percent signs. */
  public String name() {
    return name;
  }

  /** The values, each once, in the order of the file, without their ports. */
  public List<String> values() {
    return List.copyOf(values);
  }

  /**
   * The placeholders that the list stands behind, with their values: its own name; for a list
   * {@code X_domains} also {@code X_subdomains}, each value with a dot in front; for one with
   * ports, {@code NAME_443} and the like, the addresses with that port.
   */
  Map<String, List<String>> placeholders() {
    Map<String, List<String>> placeholders = new LinkedHashMap<>();
    placeholders.put(name, values());
    if (name.endsWith(DOMAINS)) {
      String stem = name.substring(0, name.length() - DOMAINS.length());
      placeholders.put(stem + SUBDOMAINS, values.stream().map(value -> "." + value).toList());
    }
    byPort.forEach(
        (port, addresses) -> placeholders.put(name + "_" + port, List.copyOf(addresses)));
    return placeholders;
  }

  @Override
  public String toString() {
    return name;
  }
}
