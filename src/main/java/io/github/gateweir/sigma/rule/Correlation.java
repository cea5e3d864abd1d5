package io.github.gateweir.sigma.rule;

import io.github.gateweir.sigma.Mark;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Sigma correlation: a rule that matches several events, by what other rules match.
 *
 * @param title what it detects, in a few words
 * @param id its UUID; null when it has none
 * @param name what other correlations may call it by; null when it has none
 * @param status how mature it is; null when it does not say
 * @param level how serious a match is, as Sigma spells it; null when it does not say
 * @param description what it looks for; an empty string when it does not say
 * @param author who wrote it
 * @param date when it was written, as it is spelled
 * @param modified when it was changed, as it is spelled
 * @param tags such as {@code attack.t1071.004}
 * @param references where to read more
 * @param falsePositives what may match without harm
 * @param fields which fields help an analyst
 * @param type how the events go together
 * @param rules whose matches it counts; at least one
 * @param groupBy fields, or aliases, whose values keep groups apart; none for one group
 * @param timespan how far apart the events of a match are at most
 * @param condition how many there must be; null where each rule must have matched
 * @param aliases for an alias, the field of each rule by what the correlation calls the rule
 * @param generate whether its rules give alerts of their own too
 * @param custom the keys that the specification does not know
 * @param mark where it begins
 */
public record Correlation(
    String title,
    @Nullable String id,
    @Nullable String name,
    @Nullable String status,
    @Nullable String level,
    String description,
    @Nullable String author,
    @Nullable String date,
    @Nullable String modified,
    List<String> tags,
    List<String> references,
    List<String> falsePositives,
    List<String> fields,
    Type type,
    List<RuleReference> rules,
    List<String> groupBy,
    Duration timespan,
    @Nullable Condition condition,
    Map<String, Map<String, String>> aliases,
    boolean generate,
    Map<String, Object> custom,
    Mark mark) {

  /** How the events of a correlation go together. */
  public enum Type {
    EVENT_COUNT,
    VALUE_COUNT,
    TEMPORAL,
    TEMPORAL_ORDERED,
    VALUE_SUM,
    VALUE_AVG,
    VALUE_PERCENTILE,
    VALUE_MEDIAN;

    /** As rules spell it. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    boolean isTemporal() {
      return this == TEMPORAL || this == TEMPORAL_ORDERED;
    }

    /** Whether it looks at the values of a field. */
    boolean takesField() {
      return this != EVENT_COUNT && !isTemporal();
    }

    /** Whether it results in a whole number. */
    boolean counts() {
      return this == EVENT_COUNT || this == VALUE_COUNT || isTemporal();
    }
  }

  /** How a result compares with a bound. */
  public enum Operator {
    GT,
    GTE,
    LT,
    LTE,
    EQ,
    NEQ;

    /** As rules spell it. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    boolean isLower() {
      return this == GT || this == GTE;
    }

    boolean isUpper() {
      return this == LT || this == LTE;
    }
  }

  /** One comparison of a condition. */
  public record Bound(Operator operator, BigDecimal value) {}

  /**
   * What a correlation's result must be.
   *
   * @param bounds one, or a lower and an upper one
   * @param fields whose values are looked at; only {@code value_count} has more than one
   * @param percentile which one, over 0 to 100; null for other types
   */
  public record Condition(
      List<Bound> bounds, List<String> fields, @Nullable BigDecimal percentile) {}
}
