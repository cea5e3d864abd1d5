package io.github.gateweir.sigma.compile;

import io.github.gateweir.sigma.match.Decimals;
import io.github.gateweir.sigma.match.Form;
import io.github.gateweir.sigma.match.Predicate;
import io.github.gateweir.sigma.match.ValueCheck;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What predicates ask, in words. */
final class Wording {

  private Wording() {}

  static String of(Predicate predicate) {
    if (predicate instanceof Predicate.Search search) {
      return "search " + search.name();
    }
    if (predicate instanceof Predicate.FieldIs is) {
      return is.field() + " " + of(is.test());
    }
    if (predicate instanceof Predicate.FieldExists exists) {
      return exists.field() + " exists";
    }
    if (predicate instanceof Predicate.FieldIsNull isNull) {
      return isNull.field() + " is absent, null or empty";
    }
    if (predicate instanceof Predicate.FieldIsField is) {
      return is.field() + " " + of(is.form()) + " the value of " + is.other() + cased(is.cased());
    }
    if (predicate instanceof Predicate.Keyword keyword) {
      return "any text " + of(keyword.test());
    }
    return predicate.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  private static String of(ValueCheck test) {
    if (test instanceof ValueCheck.Present) {
      return "has a value";
    }
    if (test instanceof ValueCheck.Matches pattern) {
      return "is '" + Patterns.spell(pattern) + "'" + cased(pattern.cased());
    }
    if (test instanceof ValueCheck.IsNumber is) {
      return "is the number " + Decimals.text(is.number());
    }
    if (test instanceof ValueCheck.Compares compares) {
      return "is " + sign(compares.comparison()) + " " + Decimals.text(compares.number());
    }
    if (test instanceof ValueCheck.Finds finds) {
      return "has what /" + finds.regex() + "/ finds";
    }
    if (test instanceof ValueCheck.InNetwork in) {
      return "is in " + in.network().text();
    }
    if (test instanceof ValueCheck.InNetworks in) {
      return "is in one of the %d networks of %s".formatted(in.networks().size(), in.list());
    }
    if (test instanceof ValueCheck.InList in) {
      return "%s one of the %d values of %s%s"
          .formatted(of(in.form()), in.values().size(), in.list(), cased(in.cased()));
    }
    if (test instanceof ValueCheck.TimePart part) {
      return "has a time whose "
          + part.unit().name().toLowerCase(Locale.ROOT)
          + " "
          + of(part.test());
    }
    return of(((ValueCheck.AnyOf) test).tests());
  }

  private static String of(List<ValueCheck> tests) {
    return tests.isEmpty()
        ? "is one of no values"
        : tests.stream().map(Wording::of).collect(Collectors.joining(" or "));
  }

  private static String of(Form form) {
    return switch (form) {
      case EQUALS -> "is";
      case STARTS_WITH -> "begins with";
      case ENDS_WITH -> "ends with";
      case CONTAINS -> "contains";
    };
  }

  /** The sign of a comparison. */
  static String sign(ValueCheck.Comparison comparison) {
    return switch (comparison) {
      case LT -> "<";
      case LTE -> "<=";
      case GT -> ">";
      case GTE -> ">=";
    };
  }

  private static String cased(boolean cased) {
    return cased ? ", case-sensitively" : "";
  }
}
