package io.github.gateweir.job;

import io.github.gateweir.detection.RuleFiles;
import io.github.gateweir.ecs.Profile;
import java.time.Duration;

/**
 * What the job does with the records between its inlet and its outlets.
 *
 * @param profile what is written of the events
 * @param maxAhead how far ahead of the wall clock a timestamp may be before it is suspect
 * @param dedupWindow how long an event's id is remembered to drop its duplicates, in event time;
 *     zero when duplicates are not looked for
 * @param rules the rules that are evaluated
 * @param sessions how records are correlated to sessions
 */
public record PipelineSettings(
    Profile profile,
    Duration maxAhead,
    Duration dedupWindow,
    RuleFiles rules,
    SessionRules sessions) {

  boolean deduplicates() {
    return !dedupWindow.isZero();
  }
}
