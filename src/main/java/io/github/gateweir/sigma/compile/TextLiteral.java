package io.github.gateweir.sigma.compile;

import io.github.gateweir.sigma.match.Folding;
import io.github.gateweir.sigma.match.Form;

/** A literal and how it must lie in a text. */
record TextLiteral(Form form, String text) {

  private static final int LONGEST_GUESSED = 12;
  private static final double WORD_LIKELIHOOD = 0.1;

  /** In how many places of a text a literal could lie. */
  private static final int PLACES = 20;

  boolean liesIn(String other) {
    return switch (form) {
      case EQUALS -> other.equals(text);
      case STARTS_WITH -> other.startsWith(text);
      case ENDS_WITH -> other.endsWith(text);
      case CONTAINS -> other.contains(text);
    };
  }

  /** What an event must have if the literal is to lie in a field. */
  static Anchors anchors(int slot, Form form, String text) {
    TextLiteral literal = new TextLiteral(form, Folding.fold(text));
    return Anchors.of(new Anchor.OfText(slot, literal), literal.likelihood());
  }

  /**
   * How likely it lies in a text, by a rough guess: less so the longer it is. Whole values that are
   * a word, such as "allow" or "udp", are mostly one of few.
   */
  private double likelihood() {
    double likelihood = Math.pow(10, -Math.min(text.length(), LONGEST_GUESSED));
    if (form == Form.EQUALS && isWord()) {
      return Math.max(likelihood, WORD_LIKELIHOOD);
    }
    return form == Form.CONTAINS ? Math.min(1, likelihood * PLACES) : likelihood;
  }

  private boolean isWord() {
    return text.length() <= LONGEST_GUESSED && text.chars().allMatch(Character::isLetter);
  }
}
