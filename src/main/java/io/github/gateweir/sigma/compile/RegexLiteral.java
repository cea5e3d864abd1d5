package io.github.gateweir.sigma.compile;

/**
 * Finds a literal that every text has in which a regular expression is found. It looks only at what
 * stands outside of groups and classes, and gives up where it is not sure.
 */
final class RegexLiteral {

  private static final String QUANTIFIERS = "?*+{";

  private final String regex;
  private final StringBuilder run = new StringBuilder();
  private String longest = "";
  private int at;

  private RegexLiteral(String regex) {
    this.regex = regex;
  }

  /** The longest literal that was found; empty when there is none. */
  static String longest(String regex) {
    return new RegexLiteral(regex).find();
  }

  private String find() {
    while (at < regex.length()) {
      char c = regex.charAt(at);
      if (c == '|') {
        return "";
      }
      if (c == '(') {
        end();
        if (!skipGroup()) {
          return "";
        }
      } else if (c == '[') {
        end();
        skipClass();
      } else if (c == '\\') {
        if (!escape()) {
          return "";
        }
      } else if ("^$.".indexOf(c) >= 0) {
        at++;
        end();
      } else if (QUANTIFIERS.indexOf(c) >= 0) {
        quantifier();
      } else {
        literal(c);
        at++;
      }
    }
    end();
    return longest;
  }

  private void literal(char c) {
    run.append(c);
  }

  /** What is quantified may be missing, so it does not count; what stands before it does. */
  private void quantifier() {
    if (!run.isEmpty()) {
      int last = run.offsetByCodePoints(run.length(), -1);
      run.setLength(last);
    }
    end();
    if (regex.charAt(at) == '{') {
      int close = regex.indexOf('}', at);
      at = close < 0 ? regex.length() : close;
    }
    at++;
  }

  private void end() {
    if (run.length() > longest.length()) {
      longest = run.toString();
    }
    run.setLength(0);
  }

  /** False for an escape that begins something longer, which is not looked into. */
  private boolean escape() {
    if (at + 1 >= regex.length()) {
      return false;
    }
    char c = regex.charAt(at + 1);
    at += 2;
    if (!Character.isLetterOrDigit(c)) {
      literal(c);
      return true;
    }
    end();
    return "dDwWsSbBAzntrfv".indexOf(c) >= 0;
  }

  private void skipClass() {
    at++;
    if (at < regex.length() && regex.charAt(at) == '^') {
      at++;
    }
    // A bracket that comes first is one of the class.
    int first = at;
    while (at < regex.length() && (regex.charAt(at) != ']' || at == first)) {
      if (regex.startsWith("[:", at)) {
        int close = regex.indexOf(":]", at);
        at = close < 0 ? regex.length() : close + 1;
      } else if (regex.charAt(at) == '\\') {
        at++;
      }
      at++;
    }
    at++;
  }

  /** Flags for what follows, such as {@code (?i)}, are passed; false when a group does not end. */
  private boolean skipGroup() {
    int depth = 0;
    while (at < regex.length()) {
      char c = regex.charAt(at);
      if (c == '[') {
        skipClass();
        continue;
      }
      if (c == '\\') {
        if (regex.startsWith("\\Q", at)) {
          return false;
        }
        at++;
      } else if (c == '(') {
        depth++;
      } else if (c == ')' && --depth == 0) {
        at++;
        return true;
      }
      at++;
    }
    return false;
  }
}
