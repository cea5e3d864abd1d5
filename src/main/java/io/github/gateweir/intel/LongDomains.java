package io.github.gateweir.intel;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which domains are long ones: names so long that they may carry data, except below domains where
 * such names are ordinary. What counts as long is the same for single records, sessions and
 * correlations.
 */
public final class LongDomains {

  /** A longer name is a long one. */
  public static final int LONGEST_ORDINARY = 95;

  private static final String EXCEPTIONS = "long_name_domains";

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
    return new LongDomains(Set.copyOf(RuleList.shipped(EXCEPTIONS).values()));
  }

  /** Long domains with the exceptions of the lists that the rules use. */
  public static LongDomains of(RuleLists lists) {
    List<String> exceptions = lists.values(EXCEPTIONS);
    return new LongDomains(exceptions == null ? Set.of() : Set.copyOf(exceptions));
  }

  /** Whether a domain, in lower case, is a long one. */
  public boolean contains(@Nullable String domain) {
    return domain != null && length(domain) > LONGEST_ORDINARY && !isOrdinary(domain);
  }

  /** In code points, as regular expressions count. */
  private static int length(String domain) {
    return domain.codePointCount(0, domain.length());
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
