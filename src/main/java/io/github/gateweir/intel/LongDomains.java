package io.github.gateweir.intel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which domains are long ones: names so long that they may carry data, except below domains where
 * such names are ordinary. What counts as long is the same for single records, sessions and
 * correlations.
 */
public final class LongDomains {

  /** A longer name is a long one. */
  public static final int LONGEST_ORDINARY = 95;

  private static final String SHIPPED = "/intel/long_name_domains.txt";

  private final Set<String> ordinary;

  /**
   * Long domains with exceptions.
   *
   * @param ordinary the domains, lower case, at and below which long names are ordinary
   */
  public LongDomains(Set<String> ordinary) {
    this.ordinary = Set.copyOf(ordinary);
  }

  /** Long domains with the exceptions that come with this project. */
  public static LongDomains shipped() {
    try (InputStream in = LongDomains.class.getResourceAsStream(SHIPPED)) {
      if (in == null) {
        throw new IllegalStateException("The program lacks its file " + SHIPPED + ".");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return new LongDomains(
          lines
              .lines()
              .map(String::strip)
              .filter(line -> !line.isEmpty() && !line.startsWith("#"))
              .collect(Collectors.toSet()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a domain, in lower case, is a long one. */
  public boolean contains(@Nullable String domain) {
    return domain != null && domain.length() > LONGEST_ORDINARY && !isOrdinary(domain);
  }

  private boolean isOrdinary(String domain) {
    int start = 0;
    while (start >= 0) {
      if (ordinary.contains(domain.substring(start))) {
        return true;
      }
      int dot = domain.indexOf('.', start);
      start = dot < 0 ? -1 : dot + 1;
    }
    return false;
  }
}
