package io.github.gateweir.sigma.rule;

/**
 * Finds what RE2/J 1.8 never ends to compile: without regard to case, the Cyrillic letters U+1C80
 * to U+1C88, by themselves or within a range.
 */
final class EndlessFolding {

  private static final int FIRST = 0x1C80;
  private static final int LAST = 0x1C88;
  private static final int HEXADECIMAL = 16;
  private static final int NONE = -1;

  private final String regex;
  private int at;
  private int next;

  private EndlessFolding(String regex) {
    this.regex = regex;
  }

  /** Where such a letter or range begins in a regular expression of RE2's syntax; -1 if nowhere. */
  static int in(String regex) {
    return regex.contains("i") ? new EndlessFolding(regex).find() : NONE;
  }

  private int find() {
    boolean inClass = false;
    while (at < regex.length()) {
      if (inClass && regex.startsWith("[:", at)) {
        int close = regex.indexOf(":]", at);
        at = close < 0 ? at : close + 2;
      }
      if (at >= regex.length()) {
        return NONE;
      }
      int start = at;
      char c = regex.charAt(at);
      int low = read();
      if (low == '[' && c == '[') {
        inClass = true;
      } else if (low == ']' && c == ']') {
        inClass = false;
      }
      int high = low;
      if (inClass && next + 1 < regex.length() && regex.charAt(next) == '-') {
        // What an escape stands for is low enough to be taken for the lowest.
        at = next + 1;
        int end = read();
        high = Math.max(low, end);
      }
      if (low <= LAST && high >= FIRST) {
        return start;
      }
      at = next;
    }
    return NONE;
  }

  /** The code point that is written here; -1 for an escape that stands for something else. */
  private int read() {
    if (regex.charAt(at) != '\\' || at + 1 == regex.length()) {
      int codePoint = regex.codePointAt(at);
      next = at + Character.charCount(codePoint);
      return codePoint;
    }
    if (regex.startsWith("\\x{", at)) {
      int close = regex.indexOf('}', at);
      next = close < 0 ? regex.length() : close + 1;
      return close < 0 ? NONE : number(regex.substring(at + 3, close));
    }
    if (regex.charAt(at + 1) == 'x' && at + 4 <= regex.length()) {
      next = at + 4;
      return number(regex.substring(at + 2, at + 4));
    }
    int codePoint = regex.codePointAt(at + 1);
    next = at + 1 + Character.charCount(codePoint);
    return Character.isLetterOrDigit(codePoint) ? NONE : codePoint;
  }

  private static int number(String digits) {
    try {
      return Integer.parseInt(digits, HEXADECIMAL);
    } catch (NumberFormatException e) {
      return NONE;
    }
  }
}
