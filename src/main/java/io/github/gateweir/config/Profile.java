package io.github.gateweir.config;

/** How an ECS document looks. */
public enum Profile {
  /** All that the record says, with Gateweir's own additions. */
  EXTENDED,
  /** What Sekoia's reference mapping makes of the record, and nothing more. */
  SEKOIA;

  /** The value as it is written in the settings. */
  @Override
  public String toString() {
    return Domain.kebab(this);
  }
}
