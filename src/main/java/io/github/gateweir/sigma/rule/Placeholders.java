package io.github.gateweir.sigma.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lists that rules name by placeholders, such as {@code %tor_gateway_domains%}. */
@FunctionalInterface
public interface Placeholders {

  /**
   * The values of a list, literally; null when there is no such list.
   *
   * @param name without the percent signs
   */
  @Nullable List<String> values(String name);
}
