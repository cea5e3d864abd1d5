package io.github.gateweir.sigma.match;

/**
 * Unicode's simple case folding, code point by code point and without a locale. Two texts are the
 * same but for their case when their foldings are equal.
 */
public final class Fold {

  private static final int DOTTED_CAPITAL_I = 0x130;
  private static final int DOTLESS_SMALL_I = 0x131;
  private static final int ASCII = 0x80;

  private Fold() {}

  /** The folding of a text; the text itself when it is folded already. */
  public static String fold(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ASCII || (c >= 'A' && c <= 'Z')) {
        return foldFrom(text, i);
      }
    }
    return text;
  }

  private static String foldFrom(String text, int from) {
    StringBuilder folded = new StringBuilder(text.length()).append(text, 0, from);
    text.codePoints().skip(text.codePointCount(0, from)).forEach(c -> append(folded, c));
    return folded.toString();
  }

  private static void append(StringBuilder folded, int codePoint) {
    folded.appendCodePoint(fold(codePoint));
  }

  /** The folding of a code point. */
  public static int fold(int codePoint) {
    if (codePoint < ASCII) {
      return codePoint >= 'A' && codePoint <= 'Z' ? codePoint + ('a' - 'A') : codePoint;
    }
    // These two fold to themselves: only Turkish and Azerbaijani take them for an i.
    if (codePoint == DOTTED_CAPITAL_I || codePoint == DOTLESS_SMALL_I) {
      return codePoint;
    }
    return Character.toLowerCase(Character.toUpperCase(codePoint));
  }
}
