package io.github.gateweir.sigma.rule;

import io.github.gateweir.sigma.Mark;
import io.github.gateweir.sigma.match.Predicate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Sigma rule that matches single events.
 *
 * @param title what it detects, in a few words
 * @param id its UUID; null when it has none
 * @param name what correlations may call it by; null when it has none
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
 * @param logSource for which logs it is
 * @param searches its search identifiers by name, as written: what each asks, for explanations
 * @param condition what it asks: the condition with the searches put in; a list of conditions is
 *     their disjunction
 * @param custom the keys that the specification does not know, such as {@code gateweir.suppress},
 *     as plain maps, lists, strings, numbers and booleans
 * @param mark where it begins
 */
public record Rule(
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
    LogSource logSource,
    Map<String, Predicate> searches,
    Predicate condition,
    Map<String, Object> custom,
    Mark mark) {}
