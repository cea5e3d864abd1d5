package io.github.gateweir.config;

/** Which sessions are written when they are over. */
public enum SessionEmit {
  /** All of them. */
  ALL,
  /** Those with two or more records or with a detection. */
  CORRELATED
}
