package io.github.gateweir.sigma.rule;

import io.github.gateweir.sigma.Mark;
import io.github.gateweir.sigma.match.Predicate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A filter: what events must pass for some rules to match.
 *
 * @param title what it excludes, in a few words
 * @param id its UUID; null when it has none
 * @param name null when it has none
 * @param logSource for which logs it is
 * @param any whether it is for every rule whose log source contains its own
 * @param rules which rules it is for, unless it is for any
 * @param condition what is asked in addition to a rule's condition, negated where the filter's is
 *     without negation
 * @param mark where it begins
 */
public record Filter(
    String title,
    @Nullable String id,
    @Nullable String name,
    LogSource logSource,
    boolean any,
    List<RuleReference> rules,
    Predicate condition,
    Mark mark) {}
