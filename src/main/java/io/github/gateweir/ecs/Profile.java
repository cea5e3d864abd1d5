package io.github.gateweir.ecs;

/** How much of an event is written. Rules and sessions always see the extended set. */
public enum Profile {
  /** Exactly the fields of Sekoia's intake format, for those who come from there. */
  SEKOIA,
  /** Everything that can be said in ECS. */
  EXTENDED
}
