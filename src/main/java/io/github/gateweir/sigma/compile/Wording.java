package io.github.gateweir.sigma.compile;

import io.github.gateweir.sigma.match.Decimals;
import io.github.gateweir.sigma.match.Predicate;
import io.github.gateweir.sigma.match.ValueTest;
import io.github.gateweir.sigma.match.ValueTest.Part;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says conditions in words. */
final class Wording {

  private Wording() {}

  /** A condition that is not made of others. */
  static String of(Predicate predicate) {
    if (predicate instanceof Predicate.FieldIs is) {
      return is.field() + " " + of(is.test());
    }
    if (predicate instanceof Predicate.FieldExists exists) {
      return exists.field() + " exists";
    }
    if (predicate instanceof Predicate.FieldIsNull isNull) {
      return isNull.field() + " is null";
    }
    if (predicate instanceof Predicate.FieldIsField is) {
      return is.field() + " " + Explainer.said(is.form()) + " the field " + is.other();
    }
    return predicate instanceof Predicate.Keyword keyword
        ? "any text " + of(keyword.test())
        : predicate.getClass().getSimpleName();
  }

  /** The field that a condition is about; an empty string when it is about none. */
  static String field(Predicate predicate) {
    if (predicate instanceof Predicate.FieldExists exists) {
      return exists.field();
    }
    if (predicate instanceof Predicate.FieldIsNull isNull) {
      return isNull.field();
    }
    return predicate instanceof Predicate.FieldIsField is ? is.field() : "";
  }

  static String of(ValueTest test) {
    if (test instanceof ValueTest.Matches matches) {
      return pattern(matches);
    }
    if (test instanceof ValueTest.IsNumber number) {
      return "is " + Decimals.text(number.number());
    }
    if (test instanceof ValueTest.Compares compares) {
      return compares.comparison().name().toLowerCase(Locale.ROOT)
          + " "
          + Decimals.text(compares.number());
    }
    if (test instanceof ValueTest.Finds finds) {
      return "matches the regular expression " + finds.regex();
    }
    if (test instanceof ValueTest.InNetwork network) {
      return "is in " + network.network().text();
    }
    if (test instanceof ValueTest.InNetworks networks) {
      return "is in a network of " + networks.list();
    }
    if (test instanceof ValueTest.InList list) {
      return Explainer.said(list.form()) + " an entry of " + list.list();
    }
    if (test instanceof ValueTest.TimePart part) {
      return "has a " + part.unit().name().toLowerCase(Locale.ROOT) + " that " + of(part.test());
    }
    if (test instanceof ValueTest.AnyOf any) {
      return any.tests().stream().map(Wording::of).collect(Collectors.joining(" or "));
    }
    return "is there";
  }

  private static String pattern(ValueTest.Matches matches) {
    Simple simple = Simple.of(matches);
    if (simple != null) {
      return Explainer.said(simple.form()) + " " + simple.literal();
    }
    return "is like " + matches.parts().stream().map(Wording::of).collect(Collectors.joining());
  }

  private static String of(Part part) {
    if (part instanceof Part.Literal literal) {
      return literal.text();
    }
    if (part instanceof Part.OneOf oneOf) {
      return "[" + oneOf.codePoints() + "]";
    }
    return part instanceof Part.Any ? "*" : "?";
  }
}
