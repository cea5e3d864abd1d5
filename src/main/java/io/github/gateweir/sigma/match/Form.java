package io.github.gateweir.sigma.match;

/** How one text lies in another. */
public enum Form {
  EQUALS,
  STARTS_WITH,
  ENDS_WITH,
  CONTAINS
}
