package io.github.gateweir.sigma.compile;

import com.google.re2j.Pattern;
import io.github.gateweir.sigma.match.Address;
import io.github.gateweir.sigma.match.Fold;
import io.github.gateweir.sigma.match.Form;
import io.github.gateweir.sigma.match.Network;
import io.github.gateweir.sigma.match.ValueTest;
import io.github.gateweir.sigma.match.ValueTest.Comparison;
import java.math.BigDecimal;
import java.util.List;

/** Compiles tests of values. */
final class TestCompiler {

  private TestCompiler() {}

  static ScalarTest compile(ValueTest test) {
    if (test instanceof ValueTest.Matches matches) {
      return matches(matches);
    }
    if (test instanceof ValueTest.InList list) {
      return new LiteralSet(list.values(), list.form(), list.cased());
    }
    if (test instanceof ValueTest.InNetworks networks) {
      return new NetworkSet(networks.networks());
    }
    if (test instanceof ValueTest.InNetwork network) {
      return inNetwork(network.network());
    }
    if (test instanceof ValueTest.IsNumber number) {
      return value -> number.number().equals(value.number());
    }
    if (test instanceof ValueTest.Compares compares) {
      return compares(compares.comparison(), compares.number());
    }
    if (test instanceof ValueTest.Finds finds) {
      Pattern regex = Pattern.compile(finds.regex());
      return value -> regex.matcher(value.text()).find();
    }
    if (test instanceof ValueTest.TimePart part) {
      return timePart(part);
    }
    if (test instanceof ValueTest.AnyOf any) {
      return anyOf(any.tests().stream().map(TestCompiler::compile).toList());
    }
    // Present: whoever asks has a value.
    return value -> true;
  }

  private static ScalarTest matches(ValueTest.Matches matches) {
    Simple simple = Simple.of(matches);
    if (simple == null) {
      Wildcards wildcards = new Wildcards(matches.parts(), matches.cased());
      return value -> wildcards.matches(value.text(matches.cased()));
    }
    return simple(simple.form(), simple.comparable(), simple.cased());
  }

  private static ScalarTest simple(Form form, String literal, boolean cased) {
    return switch (form) {
      case EQUALS -> value -> value.text(cased).equals(literal);
      case STARTS_WITH -> value -> value.text(cased).startsWith(literal);
      case ENDS_WITH -> value -> value.text(cased).endsWith(literal);
      case CONTAINS -> value -> value.text(cased).contains(literal);
    };
  }

  private static ScalarTest inNetwork(Network network) {
    return value -> {
      Address address = value.address();
      return address != null && network.contains(address);
    };
  }

  private static ScalarTest compares(Comparison comparison, BigDecimal bound) {
    return value -> {
      BigDecimal number = value.number();
      return number != null && holds(comparison, number.compareTo(bound));
    };
  }

  private static boolean holds(Comparison comparison, int order) {
    return switch (comparison) {
      case LT -> order < 0;
      case LTE -> order <= 0;
      case GT -> order > 0;
      case GTE -> order >= 0;
    };
  }

  private static ScalarTest timePart(ValueTest.TimePart part) {
    ScalarTest test = compile(part.test());
    return value -> {
      Scalar number = TimeParts.of(value.text(), part.unit());
      return number != null && test.test(number);
    };
  }

  private static ScalarTest anyOf(List<ScalarTest> tests) {
    return value -> {
      for (ScalarTest test : tests) {
        if (test.test(value)) {
          return true;
        }
      }
      return false;
    };
  }

  /** Whether two texts lie in each other so. */
  static boolean lies(Form form, Scalar value, Scalar other, boolean cased) {
    return simple(form, cased ? other.text() : Fold.fold(other.text()), cased).test(value);
  }
}
