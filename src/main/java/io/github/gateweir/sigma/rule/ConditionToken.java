package io.github.gateweir.sigma.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * A word, parenthesis or bar of a condition.
 *
 * @param text itself
 * @param offset where it begins in the condition
 */
record ConditionToken(String text, int offset) {

  static List<ConditionToken> of(String condition) {
    List<ConditionToken> tokens = new ArrayList<>();
    int at = 0;
    while (at < condition.length()) {
      int end = endOfToken(condition, at);
      if (end > at) {
        tokens.add(new ConditionToken(condition.substring(at, end), at));
      }
      at = Math.max(end, at + 1);
    }
    return tokens;
  }

  private static int endOfToken(String condition, int from) {
    if (isSign(condition.charAt(from))) {
      return from + 1;
    }
    int end = from;
    while (end < condition.length()
        && !isSign(condition.charAt(end))
        && !Character.isWhitespace(condition.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isSign(char c) {
    return c == '(' || c == ')' || c == '|';
  }

  boolean is(String word) {
    return text.equalsIgnoreCase(word);
  }
}
