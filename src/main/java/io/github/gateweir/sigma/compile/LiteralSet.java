package io.github.gateweir.sigma.compile;

import io.github.gateweir.sigma.match.Fold;
import io.github.gateweir.sigma.match.Form;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Many literals, of which a text is one, or begins with, ends with, contains one. */
final class LiteralSet implements ScalarTest {

  private final Set<String> literals = new HashSet<>();
  private final int[] lengths;
  private final Form form;
  private final boolean cased;

  LiteralSet(Collection<String> values, Form form, boolean cased) {
    this.form = form;
    this.cased = cased;
    Set<Integer> all = new TreeSet<>();
    for (String value : values) {
      String literal = cased ? value : Fold.fold(value);
      literals.add(literal);
      all.add(literal.length());
    }
    lengths = all.stream().mapToInt(Integer::intValue).toArray();
  }

  @Override
  public boolean test(Scalar value) {
    return find(value) != null;
  }

  /** The literal that the text agrees with, as it compares; null when there is none. */
  @Nullable String find(Scalar value) {
    String text = value.text(cased);
    return switch (form) {
      case EQUALS -> literals.contains(text) ? text : null;
      case STARTS_WITH -> startsWith(text, 0);
      case ENDS_WITH -> endsWith(text);
      case CONTAINS -> contains(text);
    };
  }

  private @Nullable String startsWith(String text, int from) {
    for (int length : lengths) {
      if (from + length > text.length()) {
        return null;
      }
      String piece = text.substring(from, from + length);
      if (literals.contains(piece)) {
        return piece;
      }
    }
    return null;
  }

  private @Nullable String endsWith(String text) {
    for (int length : lengths) {
      if (length > text.length()) {
        return null;
      }
      String piece = text.substring(text.length() - length);
      if (literals.contains(piece)) {
        return piece;
      }
    }
    return null;
  }

  private @Nullable String contains(String text) {
    for (int from = 0; from <= text.length(); from++) {
      String piece = startsWith(text, from);
      if (piece != null) {
        return piece;
      }
    }
    return null;
  }
}
