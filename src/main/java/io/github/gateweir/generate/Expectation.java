package io.github.gateweir.generate;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What must become of a line, by the generator's own plan.
 *
 * @param rules every detection that the record raises, the experimental rules left out; a
 *     correlation is raised by the record that completes it
 * @param nearMissOf the detection that the record almost raises; null for none
 * @param fault what is wrong with the line; null for a sound record
 * @param skippedField for {@link Fault#WRONG_TYPE} the field that the event goes without
 * @param sessionAlert whether the record makes its session reach the threshold of long names: three
 *     distinct ones, or fifty records with one
 */
public record Expectation(
    Set<Detection> rules,
    @Nullable Detection nearMissOf,
    @Nullable Fault fault,
    @Nullable String skippedField,
    boolean sessionAlert) {

  /** An ordinary event. */
  public static final Expectation NOTHING = new Expectation(Set.of(), null, null, null, false);

  static Expectation raises(Set<Detection> rules) {
    return new Expectation(rules, null, null, null, false);
  }

  static Expectation raises(Detection first, Detection... others) {
    return raises(Collections.unmodifiableSet(EnumSet.of(first, others)));
  }

  static Expectation nearMiss(Detection detection) {
    return new Expectation(Set.of(), detection, null, null, false);
  }

  static Expectation faulty(Fault fault) {
    return new Expectation(Set.of(), null, fault, null, false);
  }

  static Expectation skips(String field) {
    return new Expectation(Set.of(), null, Fault.WRONG_TYPE, field, false);
  }

  Expectation withSessionAlert() {
    return new Expectation(rules, nearMissOf, fault, skippedField, true);
  }

  /** Whether the line becomes an event. */
  public boolean isEvent() {
    return fault == null || fault.outcome() == Fault.Outcome.EVENT;
  }

  /** Whether there is anything to say about the line but that it is an ordinary event. */
  public boolean isRemarkable() {
    return !rules.isEmpty() || fault != null || sessionAlert;
  }

  boolean isLongName() {
    return rules.contains(Detection.POTENTIAL_DNS_TUNNEL);
  }
}
