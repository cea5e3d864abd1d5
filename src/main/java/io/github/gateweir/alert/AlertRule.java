package io.github.gateweir.alert;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an alert says of the rule that raised it.
 *
 * @param id the rule's UUID
 * @param name the rule's title
 * @param version changes when the rule does; part of the ids of its alerts
 * @param description what the rule looks for
 * @param level how serious a match is
 * @param author who wrote it; null if it does not say
 * @param references where to read more
 * @param tags Sigma tags, such as {@code attack.t1048}
 * @param falsePositives what may raise it without harm
 * @param ruleset where it comes from, such as {@code gateweir}
 */
public record AlertRule(
    String id,
    String name,
    String version,
    String description,
    Level level,
    @Nullable String author,
    List<String> references,
    List<String> tags,
    List<String> falsePositives,
    String ruleset) {}
