package io.github.gateweir.sigma.rule;

import io.github.gateweir.sigma.match.Form;
import io.github.gateweir.sigma.match.Network;
import io.github.gateweir.sigma.match.ValueCheck;
import io.github.gateweir.sigma.match.ValueCheck.Part;
import io.github.gateweir.sigma.rule.Modifier.Kind;
import io.github.gateweir.sigma.rule.Problem.Code;
import java.util.ArrayList;
import java.util.List;

/** Makes tests of texts: wildcards, affixes, dashes, encodings and lists. */
final class TextTests {

  private final FieldKey key;
  private final Expansion expansion;

  TextTests(FieldKey key, Expansion expansion) {
    this.key = key;
    this.expansion = expansion;
  }

  ValueCheck of(String text) throws FragmentException {
    Expansion.Named list = isPlainExpansion() ? expansion.whole(text) : null;
    if (list != null) {
      return inList(list);
    }
    List<List<Part>> patterns =
        key.has(Modifier.EXPAND) ? expansion.patterns(text) : List.of(PatternText.parse(text));
    List<ValueCheck> tests = new ArrayList<>();
    for (List<Part> pattern : patterns) {
      finish(pattern, text, tests);
    }
    return tests.size() == 1 ? tests.get(0) : new ValueCheck.AnyOf(List.copyOf(tests));
  }

  private boolean isPlainExpansion() {
    return key.has(Modifier.EXPAND) && !key.has(Kind.WINDASH) && !key.has(Kind.BASE64);
  }

  private void finish(List<Part> pattern, String text, List<ValueCheck> tests)
      throws FragmentException {
    List<Part> dashed = key.has(Kind.WINDASH) ? Windash.apply(pattern) : pattern;
    if (!key.has(Kind.BASE64)) {
      tests.add(matches(dashed, key.has(Modifier.CASED)));
      return;
    }
    for (String literal : DashTexts.of(dashed)) {
      encoded(literal, text).forEach(e -> tests.add(matches(PatternText.literal(e), true)));
    }
  }

  private List<String> encoded(String literal, String text) throws FragmentException {
    List<String> encoded = Encoding.encode(literal, key);
    if (encoded.stream().anyMatch(String::isEmpty)) {
      throw new FragmentException(
          0,
          Code.VALUE,
          "%s is too short to be found when it is encoded: write at least three bytes."
              .formatted(Fragment.of(text)));
    }
    return encoded;
  }

  private ValueCheck matches(List<Part> pattern, boolean cased) {
    List<Part> parts = new ArrayList<>();
    Form form = form();
    if (form == Form.CONTAINS || form == Form.ENDS_WITH) {
      parts.add(new Part.Any());
    }
    parts.addAll(pattern);
    if (form == Form.CONTAINS || form == Form.STARTS_WITH) {
      parts.add(new Part.Any());
    }
    List<Part> joined = PatternText.join(parts);
    return joined.equals(List.of(new Part.Any()))
        ? new ValueCheck.Present()
        : new ValueCheck.Matches(joined, cased);
  }

  /** How the value lies in the event's: keywords are contained unless they say otherwise. */
  private Form form() {
    return key.the(Kind.AFFIX)
        .map(TextTests::form)
        .orElse(key.isKeyword() ? Form.CONTAINS : Form.EQUALS);
  }

  static Form form(Modifier affix) {
    return switch (affix) {
      case CONTAINS -> Form.CONTAINS;
      case STARTSWITH -> Form.STARTS_WITH;
      case ENDSWITH -> Form.ENDS_WITH;
      default -> Form.EQUALS;
    };
  }

  /** Where values are equal to those of a field, entries that are networks are taken as such. */
  private ValueCheck inList(Expansion.Named list) throws FragmentException {
    List<String> texts = new ArrayList<>();
    List<Network> networks = new ArrayList<>();
    for (String value : list.values()) {
      if (form() == Form.EQUALS && isNetwork(value)) {
        networks.add(network(value, list.name()));
      } else {
        texts.add(value);
      }
    }
    ValueCheck inNetworks = new ValueCheck.InNetworks(list.name(), List.copyOf(networks));
    ValueCheck inTexts =
        new ValueCheck.InList(list.name(), List.copyOf(texts), form(), key.has(Modifier.CASED));
    if (networks.isEmpty()) {
      return inTexts;
    }
    return texts.isEmpty() ? inNetworks : new ValueCheck.AnyOf(List.of(inTexts, inNetworks));
  }

  private static boolean isNetwork(String value) {
    return value.matches("[0-9.]+/[0-9]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*/[0-9]+");
  }

  static Network network(String value, String list) throws FragmentException {
    try {
      return Network.parse(value);
    } catch (IllegalArgumentException e) {
      throw new FragmentException(
          0, Code.VALUE, "In the list %%%s%%: %s".formatted(list, e.getMessage()));
    }
  }

  static Network network(String value) throws FragmentException {
    try {
      return Network.parse(value);
    } catch (IllegalArgumentException e) {
      throw new FragmentException(0, Code.VALUE, String.valueOf(e.getMessage()));
    }
  }
}
