package io.github.gateweir.sigma.rule;

import io.github.gateweir.sigma.match.Predicate;
import io.github.gateweir.sigma.rule.Problem.Code;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Fits rules to the events that there are, and refuses those for others. */
final class RuleAdmission {

  private final Environment environment;

  RuleAdmission(Environment environment) {
    this.environment = environment;
  }

  /** The rule with the events' fields; null if it cannot run, which is then among the problems. */
  @Nullable Rule admit(Document.OfRule document, Problems problems) {
    Rule rule = document.rule();
    LogSource logSource = rule.logSource();
    Admission admission = environment.admission(logSource);
    if (!admission.admitted()) {
      problems.error(logSource.mark(), Code.UNSUPPORTED_LOGSOURCE, admission.note());
      return null;
    }
    if (!admission.note().isEmpty()) {
      problems.warning(logSource.mark(), Code.IGNORED, admission.note());
    }
    checkFields(document.fields(), logSource, problems);
    return problems.refuse() ? null : renamed(rule);
  }

  /** Refuses fields that events cannot have. */
  void checkFields(List<FieldUse> fields, LogSource logSource, Problems problems) {
    for (FieldUse use : fields) {
      if (environment.field(use.field(), logSource) == null) {
        problems.error(
            use.mark(),
            Code.UNSUPPORTED_FIELD,
            "No event has the field %s: name a field of events, or leave the rule out."
                .formatted(Fragment.of(use.field())));
      }
    }
  }

  /** How fields of a log source are called in events; they must have been checked. */
  FieldRenaming renaming(LogSource logSource) {
    return new FieldRenaming(
        name -> Objects.requireNonNull(environment.field(name, logSource), name));
  }

  private Rule renamed(Rule rule) {
    FieldRenaming renaming = renaming(rule.logSource());
    Map<String, Predicate> searches = new LinkedHashMap<>();
    rule.searches().forEach((name, search) -> searches.put(name, renaming.search(search)));
    return with(rule, searches, renaming.apply(rule.condition()));
  }

  static Rule with(Rule rule, Map<String, Predicate> searches, Predicate condition) {
    return new Rule(
        rule.title(),
        rule.id(),
        rule.name(),
        rule.status(),
        rule.level(),
        rule.description(),
        rule.author(),
        rule.date(),
        rule.modified(),
        rule.tags(),
        rule.references(),
        rule.falsePositives(),
        rule.fields(),
        rule.logSource(),
        searches,
        condition,
        rule.custom(),
        rule.mark());
  }
}
