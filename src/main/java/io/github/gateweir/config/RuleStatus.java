package io.github.gateweir.config;

/** How mature a Sigma rule says that it is, from the least. */
public enum RuleStatus {
  UNSUPPORTED,
  DEPRECATED,
  EXPERIMENTAL,
  TEST,
  STABLE
}
