package io.github.gateweir.job;

import io.github.gateweir.session.Limits;
import java.io.Serializable;
import java.time.Duration;

/**
 * How records are correlated to sessions.
 *
 * @param inactivityGap how far apart two records of a session may lie
 * @param maxLength how long a session is at most
 * @param longDomainThreshold how many distinct long domains of a session raise an alert
 * @param longDomainRecords how many records with a long domain raise it
 * @param emitsAll whether sessions of a single record without detection are written too
 */
public record SessionRules(
    Duration inactivityGap,
    Duration maxLength,
    int longDomainThreshold,
    int longDomainRecords,
    boolean emitsAll)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  Limits limits() {
    return new Limits(inactivityGap.toNanos(), maxLength.toNanos());
  }
}
