package io.github.gateweir.sigma.rule;

/** A piece of a rule as messages quote it: on one line, and not too long. */
final class Fragment {

  private static final int LONGEST = 80;

  private Fragment() {}

  static String of(String text) {
    StringBuilder out = new StringBuilder("'");
    int length = text.codePointCount(0, text.length());
    text.codePoints().limit(LONGEST).forEach(c -> append(out, c));
    return out.append(length > LONGEST ? "…'" : "'").toString();
  }

  private static void append(StringBuilder out, int c) {
    if (c == '\n') {
      out.append(' ');
    } else if (Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE) {
      out.append("\\u%04x".formatted(c));
    } else {
      out.appendCodePoint(c);
    }
  }
}
