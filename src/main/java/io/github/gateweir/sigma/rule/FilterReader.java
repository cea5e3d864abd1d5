package io.github.gateweir.sigma.rule;

import io.github.gateweir.sigma.Mark;
import io.github.gateweir.sigma.match.Predicate;
import io.github.gateweir.sigma.rule.Problem.Code;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the section of a filter. */
final class FilterReader {

  /** The key that says that a condition is meant as it is written. */
  private static final String KEEP = "gateweir.filter";

  private static final Set<String> OTHERS = Set.of("rules", KEEP);

  private final Keys document;
  private final Keys section;
  private final Placeholders placeholders;
  private final Problems problems;

  FilterReader(Keys document, Keys section, Placeholders placeholders, Problems problems) {
    this.document = document;
    this.section = section;
    this.placeholders = placeholders;
    this.problems = problems;
  }

  /** The filter; null if it is wrong, which is then among the problems. */
  @Nullable Document read(Metadata about) {
    LogSource logSource = LogSourceReader.read(document, problems);
    List<RuleReference> rules = rules();
    boolean any = rules.size() == 1 && rules.get(0).text().equals("any");
    boolean keep = keep();
    Optional<Detection> detection =
        new DetectionReader(placeholders, problems).read(section.map(), OTHERS);
    return detection
        .<Document>map(
            d ->
                new Document.OfFilter(
                    new Filter(
                        about.title(),
                        about.id(),
                        about.name(),
                        logSource,
                        any,
                        any ? List.of() : rules,
                        condition(d, keep),
                        document.mark()),
                    d.fields()))
        .orElse(null);
  }

  private List<RuleReference> rules() {
    List<RuleReference> rules =
        section.scalars("rules").stream().map(s -> new RuleReference(s.text(), s.mark())).toList();
    if (rules.isEmpty()) {
      problems.error(
          section.mark(),
          Code.STRUCTURE,
          "The filter names no rules: add rules, a list of ids or names, or any.");
    }
    return rules;
  }

  private boolean keep() {
    Node.Scalar given = document.node(KEEP) == null ? section.scalar(KEEP) : document.scalar(KEEP);
    if (given != null && !given.text().equals("keep")) {
      problems.error(given.mark(), Code.STRUCTURE, "'%s' can only be keep.".formatted(KEEP));
    }
    return given != null;
  }

  /** The condition, negated if all that it names is without negation. */
  private Predicate condition(Detection detection, boolean keep) {
    Set<String> plain = new HashSet<>();
    Set<String> negated = new HashSet<>();
    detection.condition().collect(plain, negated);
    Predicate condition = detection.predicate();
    if (keep || plain.isEmpty()) {
      return condition;
    }
    Node place = section.node("condition");
    Mark mark = place == null ? section.mark() : place.mark();
    if (negated.isEmpty()) {
      problems.warning(
          mark,
          Code.FILTER_POLARITY,
          "The filter's condition is without negation and taken as what to exclude: write not, or"
              + " %s: keep if only what it says is to match.".formatted(KEEP));
      return new Predicate.Not(condition);
    }
    problems.error(
        mark,
        Code.CONDITION,
        "The filter's condition has searches both with and without not, so that it is unclear what"
            + " it excludes: negate all, or write %s: keep to have it as it is.".formatted(KEEP));
    return condition;
  }
}
