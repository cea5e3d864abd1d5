package io.github.gateweir.sigma.rule;

import io.github.gateweir.sigma.Mark;
import io.github.gateweir.sigma.rule.Correlation.Bound;
import io.github.gateweir.sigma.rule.Correlation.Operator;
import io.github.gateweir.sigma.rule.Problem.Code;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the condition of a correlation. */
final class CorrelationConditionReader {

  private static final Set<String> KNOWN =
      Set.of("gt", "gte", "lt", "lte", "eq", "neq", "field", "percentile");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Keys correlation;
  private final Correlation.Type type;
  private final Problems problems;

  CorrelationConditionReader(Keys correlation, Correlation.Type type, Problems problems) {
    this.correlation = correlation;
    this.type = type;
    this.problems = problems;
  }

  /** The condition; null where there is none, which temporal correlations may do. */
  Correlation.@Nullable Condition read() {
    Node node = correlation.node("condition");
    if (node == null) {
      if (!type.isTemporal()) {
        wrong(correlation.mark(), "The correlation's condition is missing: add such as gte: 10.");
      }
      return null;
    }
    if (node instanceof Node.Scalar) {
      problems.error(
          node.mark(),
          Code.UNSUPPORTED,
          "Conditions over rules as a text are not supported: write a map such as gte: 2.");
      return null;
    }
    Keys keys = correlation.section("condition");
    return keys == null ? null : condition(keys);
  }

  private Correlation.Condition condition(Keys keys) {
    keys.refuseOthers(KNOWN, "A correlation's condition");
    List<Bound> bounds = new ArrayList<>();
    for (Operator operator : Operator.values()) {
      BigDecimal value = number(keys, operator.label());
      if (value != null) {
        checkWhole(keys, operator, value);
        bounds.add(new Bound(operator, value));
      }
    }
    checkBounds(keys, bounds);
    return new Correlation.Condition(List.copyOf(bounds), fields(keys), percentile(keys));
  }

  private @Nullable BigDecimal number(Keys keys, String key) {
    Node.Scalar scalar = keys.scalar(key);
    BigDecimal number = scalar == null ? null : PlainScalar.number(scalar);
    if (scalar != null && number == null) {
      wrong(
          scalar.mark(),
          "'%s' must be a number, not %s.".formatted(key, Fragment.of(scalar.text())));
    }
    return number;
  }

  private void checkWhole(Keys keys, Operator operator, BigDecimal value) {
    if (type.counts() && (value.signum() < 0 || value.stripTrailingZeros().scale() > 0)) {
      wrong(
          keys.mark(),
          "A count compares with whole numbers, not with %s: %s."
              .formatted(operator.label(), value.toPlainString()));
    }
  }

  private void checkBounds(Keys keys, List<Bound> bounds) {
    if (bounds.isEmpty()) {
      wrong(keys.mark(), "The condition has no comparison: add one of gt, gte, lt, lte, eq, neq.");
    } else if (bounds.size() > 1 && !isRange(bounds)) {
      wrong(
          keys.mark(),
          "These comparisons do not go together: write one, or a range of gt or gte with lt or"
              + " lte.");
    } else if (bounds.size() > 1 && isEmpty(bounds)) {
      wrong(keys.mark(), "Nothing is in this range: its lower bound must be under its upper one.");
    }
  }

  private static boolean isRange(List<Bound> bounds) {
    return bounds.size() == 2
        && bounds.get(0).operator().isLower()
        && bounds.get(1).operator().isUpper();
  }

  private static boolean isEmpty(List<Bound> range) {
    int order = range.get(0).value().compareTo(range.get(1).value());
    boolean closed =
        range.get(0).operator() == Operator.GTE && range.get(1).operator() == Operator.LTE;
    return order > 0 || (order == 0 && !closed);
  }

  private List<String> fields(Keys keys) {
    List<String> fields = keys.texts("field");
    if (type.takesField() && fields.isEmpty()) {
      wrong(
          keys.mark(),
          "The type %s looks at a field's values: add field to its condition."
              .formatted(type.label()));
    } else if (!type.takesField() && !fields.isEmpty()) {
      wrong(
          keys.mark(),
          "The type %s looks at no field: take field away, or use value_count."
              .formatted(type.label()));
    } else if (type != Correlation.Type.VALUE_COUNT && fields.size() > 1) {
      wrong(keys.mark(), "The type %s looks at one field only.".formatted(type.label()));
    }
    return fields;
  }

  private @Nullable BigDecimal percentile(Keys keys) {
    BigDecimal percentile = number(keys, "percentile");
    boolean wanted = type == Correlation.Type.VALUE_PERCENTILE;
    if (wanted && keys.node("percentile") == null) {
      wrong(keys.mark(), "A value_percentile needs percentile, over 0 to 100: add it.");
    } else if (!wanted && percentile != null) {
      wrong(keys.mark(), "Only a value_percentile has percentile: take it away.");
    } else if (percentile != null
        && (percentile.signum() <= 0 || percentile.compareTo(HUNDRED) > 0)) {
      wrong(keys.mark(), "A percentile is over 0, and 100 at most.");
    }
    return percentile;
  }

  private void wrong(Mark mark, String message) {
    problems.error(mark, Code.STRUCTURE, message);
  }
}
