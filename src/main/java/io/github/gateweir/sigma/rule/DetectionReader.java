package io.github.gateweir.sigma.rule;

import io.github.gateweir.sigma.match.Predicate;
import io.github.gateweir.sigma.rule.Problem.Code;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads search identifiers and the condition over them. */
final class DetectionReader {

  private static final String CONDITION = "condition";

  private final Expansion expansion;
  private final Problems problems;
  private final Map<String, Predicate> searches = new LinkedHashMap<>();
  private final List<FieldUse> uses = new ArrayList<>();

  DetectionReader(Placeholders placeholders, Problems problems) {
    this.expansion = new Expansion(placeholders);
    this.problems = problems;
  }

  /**
   * The detection; empty if its condition is wrong.
   *
   * @param others keys of the section that are no searches
   */
  Optional<Detection> read(Node.Fields section, Set<String> others) {
    Map<String, Node.Scalar> names = new LinkedHashMap<>();
    Node condition = null;
    for (Node.Entry entry : section.entries()) {
      String name = entry.key().text();
      if (name.equals(CONDITION)) {
        condition = entry.value();
      } else if (name.equals("timeframe")) {
        refuseTimeframe(entry.key());
      } else if (!others.contains(name)) {
        names.put(name, entry.key());
        searches.put(name, search(entry.value()));
      }
    }
    return condition(section, condition, names).map(c -> new Detection(searches, c, uses));
  }

  private void refuseTimeframe(Node.Scalar key) {
    problems.error(
        key.mark(),
        Code.UNSUPPORTED,
        "'timeframe' is the old form of Sigma and refused: write a correlation rule with a"
            + " timespan that names this rule.");
  }

  private Optional<Condition> condition(
      Node.Fields section, @Nullable Node node, Map<String, Node.Scalar> names) {
    if (node == null) {
      problems.error(
          section.mark(),
          Code.STRUCTURE,
          "The condition is missing: add condition, which says how the searches go together.");
      return Optional.empty();
    }
    List<Node> nodes = node instanceof Node.Items items ? items.items() : List.of(node);
    if (nodes.isEmpty()) {
      problems.error(node.mark(), Code.STRUCTURE, "The list of conditions is empty: add one.");
    }
    List<Condition> conditions = new ArrayList<>();
    nodes.forEach(n -> parse(n, names.keySet()).ifPresent(conditions::add));
    if (conditions.isEmpty() || conditions.size() < nodes.size()) {
      return Optional.empty();
    }
    Condition whole =
        conditions.size() == 1 ? conditions.get(0) : new Condition.Any(List.copyOf(conditions));
    warnOfUnused(whole, names);
    return Optional.of(whole);
  }

  private Optional<Condition> parse(Node node, Set<String> names) {
    if (node instanceof Node.Scalar scalar && !PlainScalar.isNull(node)) {
      return ConditionParser.parse(scalar, names, problems);
    }
    problems.error(
        node.mark(),
        Code.STRUCTURE,
        "Here is %s where a condition must be: write a text such as selection and not filter."
            .formatted(node.kind()));
    return Optional.empty();
  }

  private void warnOfUnused(Condition condition, Map<String, Node.Scalar> names) {
    Set<String> used = new LinkedHashSet<>();
    condition.collect(used, used);
    names.forEach(
        (name, key) -> {
          if (!used.contains(name)) {
            problems.warning(
                key.mark(),
                Code.CONDITION,
                "No condition names the search identifier %s: name it or take it away."
                    .formatted(Fragment.of(name)));
          }
        });
  }

  private Predicate search(Node value) {
    if (value instanceof Node.Fields fields) {
      return map(fields);
    }
    if (value instanceof Node.Items items) {
      return list(items);
    }
    return keyword(value);
  }

  private Predicate map(Node.Fields fields) {
    if (fields.entries().isEmpty()) {
      problems.error(
          fields.mark(), Code.STRUCTURE, "This search is empty: it would match every event.");
    }
    return new Predicate.And(fields.entries().stream().map(this::item).toList());
  }

  private Predicate item(Node.Entry entry) {
    return FieldKeyParser.parse(entry.key(), problems)
        .map(key -> new ItemReader(key, expansion, uses, problems).read(entry.value()))
        .orElse(new Predicate.Or(List.of()));
  }

  private Predicate list(Node.Items items) {
    if (items.items().isEmpty()) {
      problems.error(
          items.mark(), Code.STRUCTURE, "This search is empty: it would match no event.");
    }
    List<Predicate> any = new ArrayList<>();
    for (Node item : items.items()) {
      any.add(item instanceof Node.Fields fields ? map(fields) : keyword(item));
    }
    return new Predicate.Or(List.copyOf(any));
  }

  private Predicate keyword(Node value) {
    FieldKey key = new FieldKey("", List.of(), Family.TEXT, value.mark());
    if (value instanceof Node.Scalar) {
      return new ItemReader(key, expansion, uses, problems).read(value);
    }
    problems.error(
        value.mark(),
        Code.STRUCTURE,
        "Here is a list in a list: write maps of fields, or keywords, into one list.");
    return new Predicate.Or(List.of());
  }
}
