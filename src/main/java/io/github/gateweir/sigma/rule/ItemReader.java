package io.github.gateweir.sigma.rule;

import io.github.gateweir.sigma.Mark;
import io.github.gateweir.sigma.match.Form;
import io.github.gateweir.sigma.match.Network;
import io.github.gateweir.sigma.match.Predicate;
import io.github.gateweir.sigma.match.ValueCheck;
import io.github.gateweir.sigma.match.ValueCheck.Comparison;
import io.github.gateweir.sigma.match.ValueCheck.Unit;
import io.github.gateweir.sigma.rule.Modifier.Kind;
import io.github.gateweir.sigma.rule.Problem.Code;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what one key of a search asks: the values of a field, or keywords. */
final class ItemReader {

  private final FieldKey key;
  private final Expansion expansion;
  private final TextTests texts;
  private final List<FieldUse> uses;
  private final Problems problems;

  ItemReader(FieldKey key, Expansion expansion, List<FieldUse> uses, Problems problems) {
    this.key = key;
    this.expansion = expansion;
    this.texts = new TextTests(key, expansion);
    this.uses = uses;
    this.problems = problems;
  }

  /** What the key and its value ask; without the values that are wrong. */
  Predicate read(Node value) {
    if (!key.isKeyword()) {
      uses.add(new FieldUse(key.field(), key.mark()));
    }
    Predicate asked = value instanceof Node.Items items ? list(items) : one(value);
    return key.has(Modifier.NEQ) ? new Predicate.Not(asked) : asked;
  }

  private Predicate list(Node.Items items) {
    List<Predicate> parts = new ArrayList<>();
    if (items.items().isEmpty()) {
      wrong(items.mark(), Code.STRUCTURE, "This list is empty: write at least one value.");
    } else if (key.family() == Family.EXISTS) {
      wrong(items.mark(), Code.VALUE, "'exists' takes one value, true or false, not a list.");
    } else {
      items.items().forEach(item -> parts.add(one(item)));
    }
    return key.has(Modifier.ALL) ? new Predicate.And(parts) : new Predicate.Or(parts);
  }

  private Predicate one(Node node) {
    if (node instanceof Node.Scalar scalar) {
      try {
        return scalar(scalar);
      } catch (FragmentException e) {
        wrong(scalar.at(e.offset()), e.code(), e.getMessage());
      }
    } else {
      wrong(
          node.mark(),
          Code.STRUCTURE,
          "Here is %s where a value must be: write a single value or a list of them."
              .formatted(node.kind()));
    }
    return new Predicate.Or(List.of());
  }

  private Predicate scalar(Node.Scalar value) throws FragmentException {
    if (PlainScalar.isNull(value)) {
      return nothing(value);
    }
    return switch (key.family()) {
      case TEXT -> text(value);
      case REGEX -> on(value, regex(value));
      case NETWORK -> on(value, network(value));
      case FIELD -> field(value);
      case TIME -> on(value, time(value));
      case COMPARISON -> on(value, compares(comparison(), value));
      case EXISTS -> exists(value);
    };
  }

  private Predicate nothing(Node.Scalar value) throws FragmentException {
    if (key.isKeyword()) {
      throw new FragmentException(
          0, Code.VALUE, "This keyword is empty: write what to look for, or take it away.");
    }
    if (!key.isPlain()) {
      throw new FragmentException(
          0,
          Code.VALUE,
          "%s cannot take null: take the modifiers away, or write '' for an empty text."
              .formatted(labels()));
    }
    return new Predicate.FieldIsNull(key.field(), value.mark());
  }

  private Predicate text(Node.Scalar value) throws FragmentException {
    BigDecimal number = PlainScalar.number(value);
    if (number != null && key.isPlain() && !key.isKeyword()) {
      return on(value, new ValueCheck.IsNumber(number));
    }
    String text = PlainScalar.text(value);
    if (key.isKeyword() && text.isEmpty()) {
      throw new FragmentException(
          0, Code.VALUE, "An empty keyword is in every event: write what to look for.");
    }
    return on(value, texts.of(text));
  }

  private Predicate on(Node.Scalar value, ValueCheck test) {
    return key.isKeyword()
        ? new Predicate.Keyword(test, value.mark())
        : new Predicate.FieldIs(key.field(), test, value.mark());
  }

  private ValueCheck regex(Node.Scalar value) throws FragmentException {
    String flags =
        key.modifiers().stream()
            .filter(m -> m.kind() == Kind.FLAG)
            .map(Modifier::label)
            .collect(Collectors.joining());
    String regex = key.has(Modifier.EXPAND) ? expansion.regex(value.text()) : value.text();
    return new ValueCheck.Finds(
        RegexTranslator.translate(regex, flags.isEmpty() ? "" : "(?" + flags + ")"));
  }

  private ValueCheck network(Node.Scalar value) throws FragmentException {
    Expansion.Named list = key.has(Modifier.EXPAND) ? expansion.whole(value.text()) : null;
    if (list == null) {
      return new ValueCheck.InNetwork(TextTests.network(value.text()));
    }
    List<Network> networks = new ArrayList<>();
    for (String entry : list.values()) {
      networks.add(TextTests.network(entry, list.name()));
    }
    return new ValueCheck.InNetworks(list.name(), List.copyOf(networks));
  }

  private Predicate field(Node.Scalar value) throws FragmentException {
    if (value.text().isEmpty()) {
      throw new FragmentException(0, Code.VALUE, "'fieldref' takes the name of a field.");
    }
    uses.add(new FieldUse(value.text(), value.mark()));
    Form form = key.the(Kind.AFFIX).map(TextTests::form).orElse(Form.EQUALS);
    return new Predicate.FieldIsField(
        key.field(), value.text(), form, key.has(Modifier.CASED), value.mark());
  }

  private ValueCheck time(Node.Scalar value) throws FragmentException {
    Unit unit = Unit.valueOf(key.the(Kind.TIME).orElseThrow().name());
    BigDecimal number = number(value);
    if (number.stripTrailingZeros().scale() > 0) {
      throw new FragmentException(
          0,
          Code.VALUE,
          "%s takes whole numbers, not %s.".formatted(labels(), Fragment.of(value.text())));
    }
    Comparison comparison = comparison();
    return new ValueCheck.TimePart(
        unit,
        comparison == null
            ? new ValueCheck.IsNumber(number)
            : new ValueCheck.Compares(comparison, number));
  }

  private @Nullable Comparison comparison() {
    return key.the(Kind.COMPARISON).map(m -> Comparison.valueOf(m.name())).orElse(null);
  }

  private ValueCheck compares(@Nullable Comparison comparison, Node.Scalar value)
      throws FragmentException {
    return new ValueCheck.Compares(java.util.Objects.requireNonNull(comparison), number(value));
  }

  private BigDecimal number(Node.Scalar value) throws FragmentException {
    BigDecimal plain = PlainScalar.number(value);
    BigDecimal number = plain == null ? PlainScalar.decimal(value.text()) : plain;
    if (number == null) {
      throw new FragmentException(
          0,
          Code.VALUE,
          "%s takes numbers, not %s.".formatted(labels(), Fragment.of(value.text())));
    }
    return number;
  }

  private Predicate exists(Node.Scalar value) throws FragmentException {
    if (!PlainScalar.isBoolean(value)) {
      throw new FragmentException(
          0,
          Code.VALUE,
          "'exists' takes true or false, not %s.".formatted(Fragment.of(value.text())));
    }
    Predicate exists = new Predicate.FieldExists(key.field(), value.mark());
    return value.text().equalsIgnoreCase("true") ? exists : new Predicate.Not(exists);
  }

  private String labels() {
    return Fragment.of(
        key.modifiers().stream().map(Modifier::label).collect(Collectors.joining("|")));
  }

  private void wrong(Mark mark, Code code, String message) {
    problems.error(mark, code, message);
  }
}
