package io.github.gateweir.sigma.match;

/**
 * Unicode's simple case folding: texts that differ in case only become equal, code point by code
 * point and in every locale alike. A text keeps its length.
 */
public final class Folding {

  /** Its capital is I and that of i is I, but Unicode folds it to nothing else. */
  private static final int DOTLESS_I = 0x131;

  /** Its small letter is i, but Unicode folds it only in Turkish. */
  private static final int I_WITH_DOT = 0x130;

  private Folding() {}

  /**
   * The code point that stands for all which differ from it in case only. Through the capital and
   * back, because several small letters can share a capital, as s and the long s do.
   */
  public static int fold(int codePoint) {
    if (codePoint < 0x80) {
      return codePoint >= 'A' && codePoint <= 'Z' ? codePoint + ('a' - 'A') : codePoint;
    }
    return codePoint == DOTLESS_I || codePoint == I_WITH_DOT
        ? codePoint
        : Character.toLowerCase(Character.toUpperCase(codePoint));
  }

  /** The folded text; the same one when folding changes nothing. */
  public static String fold(String text) {
    int length = text.length();
    int i = 0;
    while (i < length && isFolded(text.charAt(i))) {
      i++;
    }
    return i == length ? text : foldFrom(text, i);
  }

  private static boolean isFolded(char c) {
    return c < 'A' || (c > 'Z' && c < 0x80);
  }

  private static String foldFrom(String text, int from) {
    StringBuilder folded = new StringBuilder(text.length()).append(text, 0, from);
    int i = from;
    while (i < text.length()) {
      int codePoint = text.codePointAt(i);
      folded.appendCodePoint(fold(codePoint));
      i += Character.charCount(codePoint);
    }
    return folded.toString();
  }
}
