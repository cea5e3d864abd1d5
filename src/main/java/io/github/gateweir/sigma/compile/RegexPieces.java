package io.github.gateweir.sigma.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds literals of which a text must contain one, in lower case, for a regular expression to be
 * found in it. It knows only the common parts of RE2's syntax, and answers that the text could be
 * anything where it meets another.
 */
final class RegexPieces {

  private static final String PUNCTUATION = ".-/:_@%&=~#,;!'\"<> +*?()[]{}|^$\\";

  private final String regex;
  private int at;

  private RegexPieces(String regex) {
    this.regex = regex;
  }

  /** The literals; null when the text could be anything. */
  static @Nullable List<String> required(String regex) {
    RegexPieces pieces = new RegexPieces(regex);
    try {
      List<String> required = pieces.alternatives();
      return pieces.at == regex.length() ? required : null;
    } catch (UnknownSyntaxException unknown) {
      return null;
    }
  }

  /** Up to the end or the parenthesis that closes the group: all of the branches' literals. */
  private @Nullable List<String> alternatives() throws UnknownSyntaxException {
    List<String> any = new ArrayList<>();
    boolean anything = false;
    while (true) {
      List<String> branch = branch();
      anything |= branch == null;
      any.addAll(branch == null ? List.of() : branch);
      if (at == regex.length() || regex.charAt(at) == ')') {
        return anything ? null : any;
      }
      at++;
    }
  }

  /** Up to a bar or the end: the best of what stands one behind the other. */
  private @Nullable List<String> branch() throws UnknownSyntaxException {
    List<String> best = null;
    StringBuilder run = new StringBuilder();
    while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
      String literal = literal();
      if (literal != null && !isOptionalNext()) {
        run.append(literal);
        if (isRepeatedNext()) {
          skipRepetition();
          best = better(best, List.of(run.toString()));
          run.setLength(0);
        }
      } else {
        best = better(best, run.isEmpty() ? null : List.of(run.toString()));
        run.setLength(0);
        best = better(best, literal == null ? other() : null);
        skipRepetition();
      }
    }
    return better(best, run.isEmpty() ? null : List.of(run.toString()));
  }

  /** The one whose shortest literal is longer. */
  private static @Nullable List<String> better(
      @Nullable List<String> one, @Nullable List<String> other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return shortest(other) > shortest(one) ? other : one;
  }

  private static int shortest(List<String> literals) {
    return literals.stream().mapToInt(String::length).min().orElse(0);
  }

  /** The character at this place, which is read; null, and nothing read, when it is none. */
  private @Nullable String literal() {
    char c = regex.charAt(at);
    if (c == '\\' && at + 1 < regex.length() && PUNCTUATION.indexOf(regex.charAt(at + 1)) >= 0) {
      at += 2;
      return regex.substring(at - 1, at);
    }
    if (c >= 0x80 || c < ' ' || "\\.[(^$*+?{".indexOf(c) >= 0) {
      return null;
    }
    at++;
    return regex.substring(at - 1, at).toLowerCase(Locale.ROOT);
  }

  /** Something else at this place, which is read: what it requires. */
  private @Nullable List<String> other() throws UnknownSyntaxException {
    char c = regex.charAt(at);
    if (c == '(') {
      return group();
    }
    if (c == '[') {
      skipClass();
    } else if (c == '\\') {
      skipEscape();
    } else if (c == '.' || c == '^' || c == '$') {
      at++;
    } else if (c >= 0x80) {
      at += Character.charCount(regex.codePointAt(at));
    } else {
      throw new UnknownSyntaxException();
    }
    return null;
  }

  private @Nullable List<String> group() throws UnknownSyntaxException {
    at++;
    if (regex.startsWith("?", at)) {
      at++;
      while (at < regex.length() && "imsU-".indexOf(regex.charAt(at)) >= 0) {
        at++;
      }
      if (regex.startsWith("P<", at)) {
        at = Math.max(at, regex.indexOf('>', at));
      } else if (regex.startsWith(")", at)) {
        at++;
        return null;
      } else if (!regex.startsWith(":", at)) {
        throw new UnknownSyntaxException();
      }
      at++;
    }
    List<String> required = alternatives();
    if (at == regex.length()) {
      throw new UnknownSyntaxException();
    }
    at++;
    return isOptionalNext() ? null : required;
  }

  private void skipEscape() throws UnknownSyntaxException {
    if (at + 1 == regex.length() || "dDsSwWbBAznrtfv".indexOf(regex.charAt(at + 1)) < 0) {
      throw new UnknownSyntaxException();
    }
    at += 2;
  }

  private void skipClass() throws UnknownSyntaxException {
    int i = at + (regex.startsWith("[^", at) ? 2 : 1);
    int first = i;
    while (i < regex.length() && (regex.charAt(i) != ']' || i == first)) {
      if (regex.charAt(i) == '[') {
        throw new UnknownSyntaxException();
      }
      i += regex.charAt(i) == '\\' ? 2 : 1;
    }
    if (i >= regex.length()) {
      throw new UnknownSyntaxException();
    }
    at = i + 1;
  }

  private boolean isRepeatedNext() {
    return at < regex.length() && "*+?{".indexOf(regex.charAt(at)) >= 0;
  }

  /** Whether what was just read may be missing. */
  private boolean isOptionalNext() {
    return at < regex.length()
        && ("*?".indexOf(regex.charAt(at)) >= 0
            || regex.startsWith("{0", at)
            || regex.startsWith("{,", at));
  }

  private void skipRepetition() throws UnknownSyntaxException {
    while (isRepeatedNext()) {
      at = regex.charAt(at) == '{' ? bracesEnd() : at + 1;
    }
  }

  private int bracesEnd() throws UnknownSyntaxException {
    int i = at + 1;
    while (i < regex.length() && "0123456789,".indexOf(regex.charAt(i)) >= 0) {
      i++;
    }
    if (i == regex.length() || regex.charAt(i) != '}') {
      throw new UnknownSyntaxException();
    }
    return i + 1;
  }

  /** A part of the syntax that is not known here. */
  private static final class UnknownSyntaxException extends Exception {

    private static final long serialVersionUID = 1L;
  }
}
