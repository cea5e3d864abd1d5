package io.github.gateweir.sigma.compile;

import io.github.gateweir.sigma.match.Folding;
import io.github.gateweir.sigma.match.ValueCheck.Part;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a pattern without {@code *}: each of its parts stands for a fixed number of code
 * points.
 */
final class PatternSegment {

  private static final int NOT_HERE = -1;

  private final List<Part> parts;
  private final int codePoints;

  private PatternSegment(List<Part> parts) {
    this.parts = parts;
    codePoints = parts.stream().mapToInt(PatternSegment::codePoints).sum();
  }

  static PatternSegment of(List<Part> parts, boolean cased) {
    List<Part> folded = new ArrayList<>();
    for (Part part : parts) {
      folded.add(cased ? part : folded(part));
    }
    return new PatternSegment(List.copyOf(folded));
  }

  private static Part folded(Part part) {
    if (part instanceof Part.Literal literal) {
      return new Part.Literal(Folding.fold(literal.text()));
    }
    return part instanceof Part.OneOf any ? new Part.OneOf(Folding.fold(any.codePoints())) : part;
  }

  private static int codePoints(Part part) {
    return part instanceof Part.Literal literal
        ? literal.text().codePointCount(0, literal.text().length())
        : 1;
  }

  /** Where the segment ends if it begins there, or -1. */
  int end(String text, int start) {
    int at = start;
    for (Part part : parts) {
      at = end(part, text, at);
      if (at < 0) {
        return NOT_HERE;
      }
    }
    return at;
  }

  private static int end(Part part, String text, int at) {
    if (part instanceof Part.Literal literal) {
      return text.startsWith(literal.text(), at) ? at + literal.text().length() : NOT_HERE;
    }
    if (at >= text.length()) {
      return NOT_HERE;
    }
    int codePoint = text.codePointAt(at);
    boolean fits = !(part instanceof Part.OneOf any) || any.codePoints().indexOf(codePoint) >= 0;
    return fits ? at + Character.charCount(codePoint) : NOT_HERE;
  }

  /** Where the segment ends if it begins there or as little behind as possible, or -1. */
  int find(String text, int from) {
    if (parts.size() == 1 && parts.get(0) instanceof Part.Literal literal) {
      int start = text.indexOf(literal.text(), from);
      return start < 0 ? NOT_HERE : start + literal.text().length();
    }
    int start = from;
    int end = end(text, start);
    while (end < 0 && start < text.length()) {
      start += Character.charCount(text.codePointAt(start));
      end = end(text, start);
    }
    return end;
  }

  /** Whether the text from there on ends with the segment. */
  boolean isAtEnd(String text, int from) {
    if (text.codePointCount(from, text.length()) < codePoints) {
      return false;
    }
    int start = text.offsetByCodePoints(text.length(), -codePoints);
    return end(text, start) == text.length();
  }
}
