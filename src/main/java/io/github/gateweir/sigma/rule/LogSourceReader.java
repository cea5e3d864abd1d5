package io.github.gateweir.sigma.rule;

import io.github.gateweir.sigma.rule.Problem.Code;
import java.util.List;
import java.util.Set;

/** Reads for which logs a rule is. */
final class LogSourceReader {

  private static final Set<String> KNOWN = Set.of("category", "product", "service", "definition");

  private LogSourceReader() {}

  static LogSource read(Keys document, Problems problems) {
    Keys keys = document.section("logsource");
    if (keys == null) {
      if (document.node("logsource") == null) {
        problems.error(
            document.mark(),
            Code.STRUCTURE,
            "The logsource is missing: add logsource with category, product or service.");
      }
      return new LogSource(null, null, null, document.mark());
    }
    LogSource source =
        new LogSource(
            keys.text("category"), keys.text("product"), keys.text("service"), keys.mark());
    if (List.of("category", "product", "service").stream().allMatch(k -> keys.node(k) == null)) {
      problems.error(
          keys.mark(),
          Code.STRUCTURE,
          "The logsource is empty: it needs a category, product or service.");
    }
    warnOfOthers(keys, problems);
    return source;
  }

  private static void warnOfOthers(Keys keys, Problems problems) {
    for (Node.Entry entry : keys.map().entries()) {
      if (!KNOWN.contains(entry.key().text())) {
        problems.warning(
            entry.key().mark(),
            Code.IGNORED,
            "The logsource's key %s is ignored: only category, product and service select logs."
                .formatted(Fragment.of(entry.key().text())));
      }
    }
  }
}
