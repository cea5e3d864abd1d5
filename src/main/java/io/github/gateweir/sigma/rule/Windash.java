package io.github.gateweir.sigma.rule;

import io.github.gateweir.sigma.match.ValueCheck.Part;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a dash at the beginning of a command line option stand for each of the five characters that
 * Windows' programs take for one.
 */
final class Windash {

  static final Part.OneOf DASHES = new Part.OneOf("-/\u2013\u2014\u2015");

  private Windash() {}

  static List<Part> apply(List<Part> parts) {
    List<Part> changed = new ArrayList<>();
    for (Part part : parts) {
      if (part instanceof Part.Literal literal) {
        split(literal.text(), changed);
      } else {
        changed.add(part);
      }
    }
    return List.copyOf(changed);
  }

  private static void split(String text, List<Part> parts) {
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      if (beginsOption(text, i)) {
        if (i > from) {
          parts.add(new Part.Literal(text.substring(from, i)));
        }
        parts.add(DASHES);
        from = i + 1;
      }
    }
    if (from < text.length()) {
      parts.add(new Part.Literal(text.substring(from)));
    }
  }

  /** A dash with a word behind it, and none before it. */
  private static boolean beginsOption(String text, int at) {
    return DASHES.codePoints().indexOf(text.charAt(at)) >= 0
        && (at == 0 || !isWord(text.codePointBefore(at)))
        && at + 1 < text.length()
        && isWord(text.codePointAt(at + 1));
  }

  private static boolean isWord(int c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }
}
