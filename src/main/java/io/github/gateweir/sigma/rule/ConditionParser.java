package io.github.gateweir.sigma.rule;

import io.github.gateweir.sigma.rule.Problem.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Parses a condition by recursive descent: {@code or} binds weaker than {@code and}, that weaker
 * than {@code not}. Operators are read in any case of letters.
 */
final class ConditionParser {

  private static final int MAX_DEPTH = 50;
  private static final Set<String> QUANTIFIERS = Set.of("1", "any", "all");
  private static final Set<String> OPERATORS = Set.of("and", "or", "of", "not", ")", "|");

  private final Set<String> names;
  private final Node.Scalar condition;
  private final Problems problems;
  private final List<ConditionToken> tokens;
  private int next;
  private int depth;

  private ConditionParser(Node.Scalar condition, Set<String> names, Problems problems) {
    this.condition = condition;
    this.names = names;
    this.problems = problems;
    this.tokens = ConditionToken.of(condition.text());
  }

  /**
   * The condition; empty if it is wrong, which is then among the problems.
   *
   * @param names the search identifiers that there are
   */
  static Optional<Condition> parse(Node.Scalar condition, Set<String> names, Problems problems) {
    ConditionParser parser = new ConditionParser(condition, names, problems);
    long errors = problems.errors();
    try {
      Condition parsed = parser.whole();
      return problems.errors() > errors ? Optional.empty() : Optional.of(parsed);
    } catch (FragmentException e) {
      problems.error(condition.at(e.offset()), e.code(), e.getMessage());
      return Optional.empty();
    }
  }

  private Condition whole() throws FragmentException {
    if (tokens.isEmpty()) {
      throw new FragmentException(
          0, Code.CONDITION, "The condition is empty: name the search identifiers to look for.");
    }
    Condition parsed = or();
    if (next < tokens.size()) {
      throw unexpected(tokens.get(next));
    }
    return parsed;
  }

  private static FragmentException unexpected(ConditionToken token) {
    if (token.text().equals("|")) {
      return new FragmentException(
          token.offset(),
          Code.UNSUPPORTED,
          "Aggregations behind a | are the old form of Sigma and refused: write a correlation rule,"
              + " such as one of type event_count or value_count, that names this rule.");
    }
    return new FragmentException(
        token.offset(),
        Code.CONDITION,
        token.text().equals(")")
            ? "This ) closes nothing: take it away, or open a ( before it."
            : "Before %s there must be an operator: put and, or, or of there."
                .formatted(Fragment.of(token.text())));
  }

  private Condition or() throws FragmentException {
    List<Condition> parts = new ArrayList<>(List.of(and()));
    while (accept("or")) {
      parts.add(and());
    }
    return parts.size() == 1 ? parts.get(0) : new Condition.Any(List.copyOf(parts));
  }

  private Condition and() throws FragmentException {
    List<Condition> parts = new ArrayList<>(List.of(not()));
    while (accept("and")) {
      parts.add(not());
    }
    return parts.size() == 1 ? parts.get(0) : new Condition.All(List.copyOf(parts));
  }

  private Condition not() throws FragmentException {
    if (next < tokens.size() && tokens.get(next).is("not")) {
      ConditionToken not = tokens.get(next++);
      enter(not);
      Condition negated = new Condition.Negated(not());
      depth--;
      return negated;
    }
    return primary();
  }

  private Condition primary() throws FragmentException {
    ConditionToken token = operand();
    if (token.text().equals("(")) {
      enter(token);
      Condition inner = or();
      depth--;
      close(token);
      return inner;
    }
    if (next < tokens.size() && tokens.get(next).is("of")) {
      next++;
      return quantified(token, operand());
    }
    return named(token);
  }

  /** The next token, which must not be an operator. */
  private ConditionToken operand() throws FragmentException {
    if (next == tokens.size()) {
      throw new FragmentException(
          Math.max(0, condition.text().stripTrailing().length() - 1),
          Code.CONDITION,
          "The condition ends after %s: a search identifier must follow."
              .formatted(Fragment.of(tokens.get(next - 1).text())));
    }
    ConditionToken token = tokens.get(next++);
    if (OPERATORS.stream().anyMatch(token::is)) {
      throw new FragmentException(
          token.offset(),
          Code.CONDITION,
          "Here is %s where a search identifier must be.".formatted(Fragment.of(token.text())));
    }
    return token;
  }

  private void enter(ConditionToken token) throws FragmentException {
    depth++;
    if (depth > MAX_DEPTH) {
      throw new FragmentException(
          token.offset(),
          Code.CONDITION,
          "The condition is nested more than %d deep here: simplify it.".formatted(MAX_DEPTH));
    }
  }

  private void close(ConditionToken opened) throws FragmentException {
    if (next == tokens.size()) {
      throw new FragmentException(
          opened.offset(), Code.CONDITION, "This ( is not closed: put a ) where it ends.");
    }
    ConditionToken token = tokens.get(next);
    if (!token.text().equals(")")) {
      throw unexpected(token);
    }
    next++;
  }

  private boolean accept(String word) {
    boolean accepted = next < tokens.size() && tokens.get(next).is(word);
    next += accepted ? 1 : 0;
    return accepted;
  }

  private Condition named(ConditionToken token) {
    if (!names.contains(token.text())) {
      wrong(token, Code.CONDITION, unknown(token.text()));
    }
    return new Condition.Named(token.text());
  }

  private String unknown(String name) {
    if (name.equalsIgnoreCase("near")) {
      return "'near' is the old form of Sigma and refused: write a correlation rule of type temporal.";
    }
    if (name.contains("*")) {
      return "%s is a pattern: put 1 of or all of in front of it.".formatted(Fragment.of(name));
    }
    return "There is no search identifier %s: the detection has %s."
        .formatted(Fragment.of(name), names.isEmpty() ? "none" : String.join(", ", names));
  }

  private Condition quantified(ConditionToken quantifier, ConditionToken target)
      throws FragmentException {
    if (target.text().equals("(")) {
      throw new FragmentException(
          target.offset(),
          Code.CONDITION,
          "After of there must be a pattern such as sel_*, or them.");
    }
    if (QUANTIFIERS.stream().noneMatch(quantifier::is)) {
      wrong(
          quantifier,
          Code.UNSUPPORTED,
          "%s of is not Sigma: write 1 of, any of or all of."
              .formatted(Fragment.of(quantifier.text())));
    }
    List<Condition> parts =
        names.stream()
            .filter(name -> isMeant(target, name))
            .map(name -> (Condition) new Condition.Named(name))
            .toList();
    if (parts.isEmpty()) {
      wrong(target, Code.CONDITION, noneMeant(target.text()));
    }
    return quantifier.is("all") ? new Condition.All(parts) : new Condition.Any(parts);
  }

  private String noneMeant(String target) {
    return "%s matches no search identifier: the detection has %s."
        .formatted(Fragment.of(target), names.isEmpty() ? "none" : String.join(", ", names));
  }

  /** Identifiers that begin with _ are only meant by patterns that do so too. */
  private static boolean isMeant(ConditionToken target, String name) {
    boolean hidden = name.startsWith("_");
    return target.is("them")
        ? !hidden
        : (!hidden || target.text().startsWith("_")) && matches(target.text(), name);
  }

  /** Whether a name matches a pattern with stars, in time linear in each for every star. */
  private static boolean matches(String pattern, String name) {
    String[] pieces = pattern.split("\\*", -1);
    String last = pieces[pieces.length - 1];
    if (pieces.length == 1) {
      return pattern.equals(name);
    }
    if (!name.startsWith(pieces[0])) {
      return false;
    }
    int at = pieces[0].length();
    for (int i = 1; i < pieces.length - 1; i++) {
      int found = name.indexOf(pieces[i], at);
      if (found < 0) {
        return false;
      }
      at = found + pieces[i].length();
    }
    return name.length() - last.length() >= at && name.endsWith(last);
  }

  private void wrong(ConditionToken token, Code code, String message) {
    problems.error(condition.at(token.offset()), code, message);
  }
}
