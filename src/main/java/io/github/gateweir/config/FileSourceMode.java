package io.github.gateweir.config;

/** Whether a file source ends. */
public enum FileSourceMode {
  /** Reads what is there at the start, in the order of names, and ends. */
  BOUNDED,
  /** Goes on looking for new files until the job is stopped. */
  WATCH
}
