package io.github.gateweir.generate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many lines a second are written at most. */
record Rate(long perSecond) {
  private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,8})/s");

  /**
   * Reads a rate such as {@code 500/s}.
   *
   * @throws IllegalArgumentException with what would be right
   */
  static Rate parse(String text) {
    Matcher rate = FORM.matcher(text);
    if (!rate.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a number of records a second, such as 500/s");
    }
    return new Rate(Long.parseLong(rate.group(1)));
  }
}
