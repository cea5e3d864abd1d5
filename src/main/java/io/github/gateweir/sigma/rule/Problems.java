package io.github.gateweir.sigma.rule;

import io.github.gateweir.sigma.Mark;
import io.github.gateweir.sigma.rule.Problem.Code;
import io.github.gateweir.sigma.rule.Problem.Severity;
import java.util.ArrayList;
import java.util.List;

/** What is found wrong with one document while it is read. */
final class Problems {

  private final String rule;
  private final List<Problem> found = new ArrayList<>();

  /**
   * None yet.
   *
   * @param rule the rule's title or id, or an empty string
   */
  Problems(String rule) {
    this.rule = rule;
  }

  void error(Mark mark, Code code, String message) {
    found.add(new Problem(mark, rule, Severity.ERROR, code, message));
  }

  void warning(Mark mark, Code code, String message) {
    found.add(new Problem(mark, rule, Severity.WARNING, code, message));
  }

  /** Adds what was found before the rule's title was known. */
  void addAll(List<Problem> earlier) {
    earlier.forEach(
        p -> found.add(new Problem(p.mark(), rule, p.severity(), p.code(), p.message())));
  }

  /** Whether the document is refused. */
  boolean refuse() {
    return errors() > 0;
  }

  long errors() {
    return found.stream().filter(p -> p.severity() == Severity.ERROR).count();
  }

  List<Problem> all() {
    return found.stream().distinct().toList();
  }
}
