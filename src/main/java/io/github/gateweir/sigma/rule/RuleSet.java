package io.github.gateweir.sigma.rule;

import java.util.List;

/**
 * The rules of a folder, ready to be compiled: their fields are the events', and filters are part
 * of their conditions.
 *
 * @param rules that run on the events, in the order of files
 * @param correlations that are right, and whose rules there are
 * @param filters that are right
 * @param problems what is wrong, in the order of files and lines
 * @param documents how many rules, correlations and filters there were, refused ones too
 */
public record RuleSet(
    List<Rule> rules,
    List<Correlation> correlations,
    List<Filter> filters,
    List<Problem> problems,
    int documents) {

  /** How many documents are refused. */
  public int refused() {
    return documents - rules.size() - correlations.size() - filters.size();
  }
}
