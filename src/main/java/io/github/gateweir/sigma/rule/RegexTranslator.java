package io.github.gateweir.sigma.rule;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.github.gateweir.sigma.rule.Problem.Code;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;

/**
 * Rewrites a regular expression to RE2's syntax where other engines spell the same thing another
 * way, and refuses what RE2 cannot run or what would be too large for it.
 */
final class RegexTranslator {

  private static final int MAX_LENGTH = 16_384;
  private static final int MAX_DEPTH = 100;

  /** How many steps the program of an expression may have, about. */
  private static final long MAX_STEPS = 20_000;

  /** The one look ahead that linear-time engines have a word for. */
  private static final String END_OF_LINE = "(?!.)";

  private static final java.util.regex.Pattern REPETITION =
      java.util.regex.Pattern.compile("\\{([0-9]{1,5})(,([0-9]{0,5}))?\\}");

  private final String regex;
  private final StringBuilder out = new StringBuilder();
  private final Deque<Long> outerSteps = new ArrayDeque<>();
  private long steps;
  private long lastSteps;
  private int at;

  private RegexTranslator(String regex) {
    this.regex = regex;
  }

  /**
   * The expression in RE2's syntax, which compiles.
   *
   * @param flags such as {@code (?i)}, or an empty string
   */
  static String translate(String regex, String flags) throws FragmentException {
    if (regex.length() > MAX_LENGTH) {
      throw new FragmentException(
          0,
          Code.REGEX,
          "The regular expression has more than %,d characters: use a list.".formatted(MAX_LENGTH));
    }
    String translated = flags + new RegexTranslator(regex).translate();
    if (EndlessFolding.in(translated) >= 0) {
      throw new FragmentException(
          0,
          Code.REGEX,
          "The regular expression disregards case and names letters from U+1C80 to U+1C88, or a range"
              + " with them: RE2/J would not end. Leave them out of it.");
    }
    try {
      Pattern.compile(translated);
      return translated;
    } catch (PatternSyntaxException e) {
      int offset = e.getPattern() == null ? -1 : regex.indexOf(e.getPattern());
      throw new FragmentException(
          Math.max(0, offset),
          Code.REGEX,
          "A linear-time engine (RE2) cannot run this regular expression: %s %s."
              .formatted(e.getDescription(), Fragment.of(String.valueOf(e.getPattern()))));
    }
  }

  private String translate() throws FragmentException {
    while (at < regex.length()) {
      char c = regex.charAt(at);
      switch (c) {
        case '\\' -> escape(false);
        case '[' -> characterClass();
        case '(' -> open();
        case ')' -> close();
        case '*', '+', '?' -> repeat(1, 2);
        case '{' -> braces();
        case '|' -> copy(1);
        default -> atom(Character.charCount(regex.codePointAt(at)));
      }
      if (total() > MAX_STEPS) {
        throw refused(
            at - 1,
            "repeats so much that it would be slow: lessen the numbers in braces, at least here");
      }
    }
    return out.toString();
  }

  private long total() {
    return steps + outerSteps.stream().mapToLong(Long::longValue).sum();
  }

  private void copy(int length) {
    out.append(regex, at, at + length);
    at += length;
  }

  private void atom(int length) {
    copy(length);
    count();
  }

  private void count() {
    lastSteps = 1;
    steps++;
  }

  private void escape(boolean inClass) throws FragmentException {
    if (at + 1 == regex.length()) {
      throw refused(at, "ends with a single backslash: double it");
    }
    char c = regex.charAt(at + 1);
    if ((c >= '1' && c <= '9') || c == 'k' || c == 'g') {
      throw refused(at, "refers back to a group, which a linear-time engine cannot do");
    }
    if (c == 'Q' && !inClass) {
      quotation();
    } else if (c == 'u' && regex.substring(at).matches("(?s)\\\\u[0-9a-fA-F]{4}.*")) {
      replace(6, "\\x{" + regex.substring(at + 2, at + 6) + "}");
    } else if (c == 'Z' && !inClass) {
      replace(2, "\\n?\\z");
    } else if (c == 'e') {
      replace(2, "\\x1b");
    } else if (c == 'h') {
      replace(2, inClass ? " \\t" : "[ \\t]");
    } else if (c == 'b' && inClass) {
      replace(2, "\\x08");
    } else if (isNeedless(c)) {
      at++;
      copy(Character.charCount(regex.codePointAt(at)));
    } else {
      copy(2);
    }
    count();
  }

  /** Whether a character means itself with or without a backslash, so that none is needed. */
  private static boolean isNeedless(char c) {
    return c > 0x7f || c == '_' || c <= ' ';
  }

  private void replace(int length, String text) {
    out.append(text);
    at += length;
  }

  private void quotation() {
    int end = regex.indexOf("\\E", at + 2);
    int length = (end < 0 ? regex.length() : end + 2) - at;
    steps += length;
    copy(length);
  }

  private void characterClass() throws FragmentException {
    int start = at;
    copy(regex.startsWith("[^", at) ? 2 : 1);
    if (regex.startsWith("]", at)) {
      at++;
      out.append("\\]");
    }
    while (at < regex.length() && regex.charAt(at) != ']') {
      if (regex.charAt(at) == '\\') {
        escape(true);
      } else if (regex.startsWith("[:", at) && regex.indexOf(":]", at + 2) > 0) {
        copy(regex.indexOf(":]", at + 2) + 2 - at);
      } else if (regex.charAt(at) == '[') {
        replace(1, "\\[");
      } else {
        copy(1);
      }
    }
    if (at == regex.length()) {
      throw refused(start, "has a [ without its ]: put a backslash before it, or close it");
    }
    copy(1);
    count();
  }

  private void open() throws FragmentException {
    if (regex.startsWith("(?#", at)) {
      int end = regex.indexOf(')', at);
      at = end < 0 ? regex.length() : end + 1;
      return;
    }
    if (regex.startsWith(END_OF_LINE, at)) {
      replace(END_OF_LINE.length(), "(?m:$)");
      count();
      return;
    }
    refuseLook();
    outerSteps.push(steps);
    steps = 1;
    if (outerSteps.size() > MAX_DEPTH) {
      throw refused(at, "has more than %d groups in each other here".formatted(MAX_DEPTH));
    }
    if (regex.startsWith("(?<", at)) {
      replace(3, "(?P<");
    } else {
      copy(regex.startsWith("(?", at) ? 2 : 1);
    }
  }

  private void refuseLook() throws FragmentException {
    for (String look : new String[] {"(?=", "(?!", "(?<=", "(?<!"}) {
      if (regex.startsWith(look, at)) {
        throw refused(
            at,
            "looks ahead or behind (%s), which a linear-time engine cannot do: split the rule, with a second search and not"
                .formatted(look));
      }
    }
    if (regex.startsWith("(?>", at)) {
      throw refused(at, "has an atomic group (?>, which a linear-time engine cannot do: write (?:");
    }
    if (regex.startsWith("(?(", at)) {
      throw refused(at, "has a condition (?(, which a linear-time engine cannot do");
    }
  }

  private void close() {
    if (!outerSteps.isEmpty()) {
      lastSteps = steps;
      steps += outerSteps.pop();
    }
    copy(1);
  }

  private void braces() throws FragmentException {
    Matcher matcher = REPETITION.matcher(regex).region(at, regex.length());
    if (!matcher.lookingAt()) {
      atom(1);
      return;
    }
    long least = Long.parseLong(matcher.group(1));
    String most = matcher.group(3);
    boolean open = most == null || most.isEmpty();
    repeat(matcher.end() - at, open ? least + 1 : Math.max(least, Long.parseLong(most)));
  }

  private void repeat(int length, long times) throws FragmentException {
    copy(length);
    long more = lastSteps * (Math.max(1, times) - 1);
    steps += more;
    lastSteps += more;
    if (regex.startsWith("+", at)) {
      throw refused(
          at,
          "has a possessive quantifier, which a linear-time engine does not need: take the second"
              + " + away");
    }
    if (regex.startsWith("?", at)) {
      copy(1);
    }
  }

  private FragmentException refused(int offset, String what) {
    return new FragmentException(
        offset, Code.REGEX, "The regular expression %s %s.".formatted(Fragment.of(regex), what));
  }
}
