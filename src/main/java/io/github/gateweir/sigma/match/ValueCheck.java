package io.github.gateweir.sigma.match;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a scalar, a string, number or boolean, is asked. Texts compare without regard to case,
 * Unicode's simple folding for each code point, unless they are cased.
 */
public sealed interface ValueCheck {

  /** A scalar is there, an empty string too. */
  record Present() implements ValueCheck {}

  /**
   * The scalar's text is a pattern. A number's text is its canonical decimal.
   *
   * @param parts literals and wildcards; none for the empty string. Literals are not adjacent
   */
  record Matches(List<Part> parts, boolean cased) implements ValueCheck {}

  /** The scalar, a number or a text that spells one, is this number. */
  record IsNumber(BigDecimal number) implements ValueCheck {}

  /** The scalar, a number or a text that spells one, compares so. */
  record Compares(Comparison comparison, BigDecimal number) implements ValueCheck {}

  /**
   * A regular expression is found in the scalar's text.
   *
   * @param regex in RE2's syntax, with its flags in front, such as {@code (?is)}
   */
  record Finds(String regex) implements ValueCheck {}

  /** The text is an address in the network. */
  record InNetwork(Network network) implements ValueCheck {}

  /**
   * The text is an address in one of the list's networks.
   *
   * @param list the list's name, for explanations
   */
  record InNetworks(String list, List<Network> networks) implements ValueCheck {}

  /**
   * The text is, or begins with, ends with, contains, one of the list's values, which are literals.
   *
   * @param list the list's name, for explanations
   */
  record InList(String list, List<String> values, Form form, boolean cased) implements ValueCheck {}

  /** A part of the time that the text spells (ISO 8601, in UTC) passes the test. */
  record TimePart(Unit unit, ValueCheck test) implements ValueCheck {}

  /** Any of the tests. */
  record AnyOf(List<ValueCheck> tests) implements ValueCheck {}

  /** A piece of a pattern. */
  sealed interface Part {

    /** These characters. */
    record Literal(String text) implements Part {}

    /** Any code points, or none. */
    record Any() implements Part {}

    /** One code point. */
    record One() implements Part {}

    /** One of these code points, such as the dashes of {@code windash}. */
    record OneOf(String codePoints) implements Part {}
  }

  /** How numbers compare. */
  enum Comparison {
    LT,
    LTE,
    GT,
    GTE
  }

  /** Parts of a time. */
  enum Unit {
    MINUTE,
    HOUR,
    DAY,
    WEEK,
    MONTH,
    YEAR
  }
}
