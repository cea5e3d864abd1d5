package io.github.gateweir.sigma.rule;

import io.github.gateweir.sigma.Mark;
import io.github.gateweir.sigma.rule.Problem.Code;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the section of a correlation and checks it as a whole. */
final class CorrelationReader {

  private static final Set<String> KNOWN =
      Set.of("type", "rules", "group-by", "timespan", "condition", "aliases", "generate");
  private static final Pattern TIMESPAN = Pattern.compile("([0-9]{1,6})([smhd])");

  private final Keys keys;
  private final Problems problems;

  CorrelationReader(Keys section, Problems problems) {
    this.keys = section;
    this.problems = problems;
  }

  /** The correlation; null if it cannot be told, which is then among the problems. */
  @Nullable Correlation read(Metadata about, boolean generate, Mark mark) {
    keys.refuseOthers(KNOWN, "A correlation");
    Correlation.Type type = type();
    List<RuleReference> rules = rules();
    Duration timespan = timespan();
    Map<String, Map<String, String>> aliases = aliases(rules);
    boolean generates = keys.flag("generate") || generate;
    Correlation.Condition condition =
        type == null ? null : new CorrelationConditionReader(keys, type, problems).read();
    if (type == null || timespan == null) {
      return null;
    }
    return new Correlation(
        about.title(),
        about.id(),
        about.name(),
        about.status(),
        about.level(),
        about.description(),
        about.author(),
        about.date(),
        about.modified(),
        about.tags(),
        about.references(),
        about.falsePositives(),
        about.fields(),
        type,
        rules,
        keys.texts("group-by"),
        timespan,
        condition,
        aliases,
        generates,
        about.custom(),
        mark);
  }

  private Correlation.@Nullable Type type() {
    Node.Scalar scalar = required("type");
    if (scalar == null) {
      return null;
    }
    Correlation.Type type =
        Arrays.stream(Correlation.Type.values())
            .filter(t -> t.label().equals(scalar.text()))
            .findFirst()
            .orElse(null);
    if (type == null) {
      problems.error(
          scalar.mark(),
          Code.STRUCTURE,
          "There is no correlation of type %s: it is one of %s."
              .formatted(
                  Fragment.of(scalar.text()),
                  Arrays.stream(Correlation.Type.values())
                      .map(Correlation.Type::label)
                      .collect(Collectors.joining(", "))));
    }
    return type;
  }

  private Node.@Nullable Scalar required(String key) {
    if (keys.node(key) == null) {
      problems.error(
          keys.mark(), Code.STRUCTURE, "The correlation's %s is missing: add it.".formatted(key));
    }
    return keys.scalar(key);
  }

  private List<RuleReference> rules() {
    List<RuleReference> rules =
        keys.scalars("rules").stream().map(s -> new RuleReference(s.text(), s.mark())).toList();
    if (rules.isEmpty()) {
      problems.error(
          keys.mark(),
          Code.STRUCTURE,
          "The correlation names no rules: add rules, a list of ids or names.");
    }
    return rules;
  }

  private @Nullable Duration timespan() {
    Node.Scalar scalar = required("timespan");
    if (scalar == null) {
      return null;
    }
    Matcher matcher = TIMESPAN.matcher(scalar.text());
    long number = matcher.matches() ? Long.parseLong(matcher.group(1)) : 0;
    if (number == 0) {
      problems.error(
          scalar.mark(),
          Code.STRUCTURE,
          "The timespan %s is none: write a number and s, m, h or d, such as 10m."
              .formatted(Fragment.of(scalar.text())));
      return null;
    }
    return switch (matcher.group(2)) {
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }

  private Map<String, Map<String, String>> aliases(List<RuleReference> rules) {
    Map<String, Map<String, String>> aliases = new LinkedHashMap<>();
    Keys section = keys.section("aliases");
    if (section != null) {
      Set<String> known = rules.stream().map(RuleReference::text).collect(Collectors.toSet());
      for (Node.Entry entry : section.map().entries()) {
        Keys fields = section.section(entry.key().text());
        if (fields == null) {
          problems.error(
              entry.key().mark(),
              Code.STRUCTURE,
              "An alias must say, for each rule, its field: write rule: field.");
        } else {
          aliases.put(entry.key().text(), alias(fields, known));
        }
      }
    }
    return aliases;
  }

  private Map<String, String> alias(Keys fields, Set<String> rules) {
    Map<String, String> alias = new LinkedHashMap<>();
    for (Node.Entry entry : fields.map().entries()) {
      String rule = entry.key().text();
      String field = fields.text(rule);
      if (!rules.contains(rule)) {
        problems.error(
            entry.key().mark(),
            Code.STRUCTURE,
            "The alias names %s, which is not among the correlation's rules."
                .formatted(Fragment.of(rule)));
      } else if (field != null) {
        alias.put(rule, field);
      }
    }
    checkComplete(fields, alias, rules);
    return alias;
  }

  private void checkComplete(Keys fields, Map<String, String> alias, Set<String> rules) {
    rules.stream()
        .sorted()
        .filter(rule -> !alias.containsKey(rule))
        .forEach(
            rule ->
                problems.error(
                    fields.mark(),
                    Code.STRUCTURE,
                    "The alias has no field for the rule %s: add it."
                        .formatted(Fragment.of(rule))));
  }
}
