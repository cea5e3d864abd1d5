package io.github.gateweir.sigma.rule;

import io.github.gateweir.sigma.Mark;

/** The text of a rule file, in which places are found. */
final class Source {

  private final String file;
  private final String text;
  private final int[] lineStarts;

  Source(String file, String text) {
    this.file = file;
    this.text = text;
    this.lineStarts = lineStarts(text);
  }

  String text() {
    return text;
  }

  /** A place by its line and column, both from 0, the column in code points. */
  Mark mark(int line, int column) {
    return new Mark(file, line + 1, column + 1);
  }

  int lines() {
    return lineStarts.length;
  }

  /** Where a line begins in the text; its end for the line after the last. */
  int lineStart(int line) {
    return line < lineStarts.length ? lineStarts[line] : text.length();
  }

  /**
   * Where a character of a value is written. Whitespace may differ, as folded and indented values
   * do; where anything else differs, such as by escapes, the place is that of the value.
   *
   * @param mark where the value begins
   * @param offset of the character in the value
   */
  Mark locate(Mark mark, String value, int offset) {
    int at = contentStart(mark);
    for (int i = 0; i < offset && i < value.length(); i++) {
      char c = value.charAt(i);
      if (!Character.isWhitespace(c)) {
        at = skipWhitespace(at);
        if (at >= text.length() || text.charAt(at) != c) {
          return mark;
        }
        at++;
      }
    }
    if (offset < value.length()) {
      at = Character.isWhitespace(value.charAt(offset)) ? at : skipWhitespace(at);
    }
    return markOf(at);
  }

  private int contentStart(Mark mark) {
    int start = lineStart(mark.line() - 1);
    int end = lineStart(mark.line());
    int at = start;
    for (int column = 1; column < mark.column() && at < end; column++) {
      at += Character.charCount(text.codePointAt(at));
    }
    char first = at < text.length() ? text.charAt(at) : ' ';
    if (first == '|' || first == '>') {
      return end;
    }
    return first == '"' || first == '\'' ? at + 1 : at;
  }

  private int skipWhitespace(int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private Mark markOf(int at) {
    int line = java.util.Arrays.binarySearch(lineStarts, at);
    line = line >= 0 ? line : -line - 2;
    return mark(line, text.codePointCount(lineStarts[line], Math.min(at, text.length())));
  }

  private static int[] lineStarts(String text) {
    java.util.stream.IntStream.Builder starts = java.util.stream.IntStream.builder().add(0);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends = c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1));
      if (ends) {
        starts.add(i + 1);
      }
    }
    return starts.build().toArray();
  }
}
