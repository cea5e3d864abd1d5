package io.github.gateweir.alert;

import java.util.Locale;

/** How serious a rule says that a match is, with the number that Kibana sorts by. */
public enum Level {
  INFORMATIONAL(1),
  LOW(21),
  MEDIUM(47),
  HIGH(73),
  CRITICAL(99);

  private final int severity;

  Level(int severity) {
    this.severity = severity;
  }

  /** The level as Sigma spells it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The value of {@code event.severity} and {@code event.risk_score}. */
  public int severity() {
    return severity;
  }
}
