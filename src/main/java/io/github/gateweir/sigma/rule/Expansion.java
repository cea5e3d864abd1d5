package io.github.gateweir.sigma.rule;

import io.github.gateweir.sigma.match.ValueCheck.Part;
import io.github.gateweir.sigma.rule.Problem.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts the values of lists in the place of placeholders. */
final class Expansion {

  private static final Pattern PLACEHOLDER = Pattern.compile("%([A-Za-z0-9_.-]+)%");

  /** How many texts one value may become. */
  private static final int MAX_TEXTS = 100_000;

  private final Placeholders placeholders;

  Expansion(Placeholders placeholders) {
    this.placeholders = placeholders;
  }

  /** A list that a value names. */
  record Named(String name, List<String> values) {}

  /** A piece of a value: a text, or a list when its name is not null. */
  private record Piece(String text, @Nullable Named list) {}

  /** The list whose placeholder is the whole value; null when there is more, or none. */
  @Nullable Named whole(String text) throws FragmentException {
    List<Piece> pieces = pieces(text);
    return pieces.size() == 1 ? pieces.get(0).list() : null;
  }

  /** Every text that the value may be: the lists' values literally, the rest with its wildcards. */
  List<List<Part>> patterns(String text) throws FragmentException {
    List<List<Part>> patterns = List.of(List.of());
    for (Piece piece : pieces(text)) {
      Named list = piece.list();
      List<List<Part>> next =
          list == null
              ? List.of(PatternText.parse(piece.text()))
              : list.values().stream().map(PatternText::literal).toList();
      patterns = product(patterns, next);
    }
    return patterns;
  }

  /** The regular expression with each list as an alternation of literals. */
  String regex(String text) throws FragmentException {
    StringBuilder out = new StringBuilder();
    for (Piece piece : pieces(text)) {
      Named list = piece.list();
      out.append(list == null ? piece.text() : alternation(list.values()));
    }
    return out.toString();
  }

  private static String alternation(List<String> values) {
    return values.stream()
        .map(com.google.re2j.Pattern::quote)
        .collect(java.util.stream.Collectors.joining("|", "(?:", ")"));
  }

  private static List<List<Part>> product(List<List<Part>> firsts, List<List<Part>> seconds)
      throws FragmentException {
    if ((long) firsts.size() * seconds.size() > MAX_TEXTS) {
      throw new FragmentException(
          0,
          Code.VALUE,
          "The placeholders make more than %,d texts of this value: use one of them."
              .formatted(MAX_TEXTS));
    }
    List<List<Part>> all = new ArrayList<>();
    for (List<Part> first : firsts) {
      for (List<Part> second : seconds) {
        List<Part> parts = new ArrayList<>(first);
        parts.addAll(second);
        all.add(PatternText.join(parts));
      }
    }
    return all;
  }

  private List<Piece> pieces(String text) throws FragmentException {
    List<Piece> pieces = new ArrayList<>();
    Matcher matcher = PLACEHOLDER.matcher(text);
    int end = 0;
    while (matcher.find()) {
      if (matcher.start() > end) {
        pieces.add(new Piece(text.substring(end, matcher.start()), null));
      }
      pieces.add(new Piece(matcher.group(), list(matcher.group(1), matcher.start())));
      end = matcher.end();
    }
    if (end < text.length()) {
      pieces.add(new Piece(text.substring(end), null));
    }
    return pieces;
  }

  private Named list(String name, int offset) throws FragmentException {
    List<String> values = placeholders.values(name);
    if (values == null || values.isEmpty()) {
      throw new FragmentException(
          offset,
          Code.UNRESOLVED_PLACEHOLDER,
          values == null
              ? "There is no list %%%1$s%%: add a file %1$s.txt to the lists.".formatted(name)
              : "The list %%%s%% is empty: the rule could match nothing.".formatted(name));
    }
    return new Named(name, values);
  }
}
