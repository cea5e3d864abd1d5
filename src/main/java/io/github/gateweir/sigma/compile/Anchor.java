package io.github.gateweir.sigma.compile;

import io.github.gateweir.sigma.match.Network;
import java.math.BigDecimal;

/** Something that a value of a field must have, or else a rule cannot match. */
sealed interface Anchor {

  int slot();

  /**
   * A literal in the folded text. Cased ones are folded too: the index lets through more than it
   * must, and the rule decides.
   */
  record OfText(int slot, TextLiteral literal) implements Anchor {}

  /** A number. */
  record OfNumber(int slot, BigDecimal number) implements Anchor {}

  /** An address in a network. */
  record OfNetwork(int slot, Network network) implements Anchor {}
}
