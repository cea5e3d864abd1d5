package io.github.gateweir.sigma.rule;

import io.github.gateweir.sigma.match.Predicate;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Rules written in tests. */
final class SampleRules {

  static final Map<String, List<String>> LISTS =
      Map.of(
          "colours", List.of("red", "light*blue"),
          "sizes", List.of("s", "xl"),
          "nets", List.of("10.0.0.0/8", "192.0.2.7", "2001:db8::/32"),
          "only_nets", List.of("10.0.0.0/8", "2001:db8::/32"),
          "empty", List.of());

  private SampleRules() {}

  static RuleFile read(String yaml) {
    return new RuleReader(LISTS::get).read("rule.yml", yaml.getBytes(StandardCharsets.UTF_8));
  }

  /** A rule whose search is {@code lines}, each with two spaces in front. */
  static String withSearch(String lines) {
    return """
        title: A rule
        logsource: {product: cloudflare}
        detection:
          condition: sel
          sel:
        """
        + lines.indent(4);
  }

  static String withCondition(String condition) {
    return """
        title: A rule
        logsource: {product: cloudflare}
        detection:
          sel_a: {a: 1}
          sel_b: {b: 1}
          other: {c: 1}
          _hidden: {d: 1}
          condition: %s
        """
        .formatted(condition);
  }

  /** What a search asks that must be right. */
  static Predicate search(String lines) {
    RuleFile file = read(withSearch(lines));
    if (!file.problems().isEmpty()) {
      throw new AssertionError(file.problems().toString());
    }
    return Objects.requireNonNull(file.rules().get(0).searches().get("sel"));
  }

  /** What the only key of a search asks. */
  static Predicate item(String line) {
    return ((Predicate.And) search(line)).all().get(0);
  }

  static List<String> problems(String yaml) {
    return read(yaml).problems().stream().map(Problem::toString).toList();
  }

  static RuleSet set(Environment environment, String... files) {
    SortedMap<String, byte[]> contents = new TreeMap<>();
    for (int i = 0; i < files.length; i++) {
      contents.put((char) ('a' + i) + ".yml", files[i].getBytes(StandardCharsets.UTF_8));
    }
    return new RuleFolder(LISTS::get, environment).read(contents);
  }
}
