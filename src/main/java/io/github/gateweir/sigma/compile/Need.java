package io.github.gateweir.sigma.compile;

import io.github.gateweir.sigma.match.Network;
import java.math.BigDecimal;

/**
 * Something that an event must have in a field: of several needs one, or the rule cannot match.
 *
 * @param field the field's name
 * @param what what it must have there
 */
record Need(String field, What what) {

  /** What is needed. */
  sealed interface What {
    /** How unlikely it is in an event: a rule is found by what is the most unlikely. */
    int weight();
  }

  /** The text, folded, is this. */
  record Whole(String text) implements What {
    @Override
    public int weight() {
      return 2 * text.length() + 4;
    }
  }

  /** The text, folded, begins with this. */
  record Start(String text) implements What {
    @Override
    public int weight() {
      return text.length();
    }
  }

  /** The text, folded, ends with this. */
  record End(String text) implements What {
    @Override
    public int weight() {
      return text.length();
    }
  }

  /** The text, folded, contains this. */
  record Piece(String text) implements What {
    @Override
    public int weight() {
      return text.length();
    }
  }

  /** It is this number. */
  record Number(BigDecimal number) implements What {
    @Override
    public int weight() {
      return 3;
    }
  }

  /** It is an address in this network. */
  record In(Network network) implements What {
    @Override
    public int weight() {
      return Math.max(1, network.prefix() / 10);
    }
  }
}
