package io.github.gateweir.sigma.rule;

/**
 * Whether a log source admits the events.
 *
 * @param admitted whether rules for it run
 * @param note a sentence: why not, or what of it is ignored; empty when there is nothing to say
 */
public record Admission(boolean admitted, String note) {

  static Admission admitted(String note) {
    return new Admission(true, note);
  }

  static Admission refused(String note) {
    return new Admission(false, note);
  }
}
