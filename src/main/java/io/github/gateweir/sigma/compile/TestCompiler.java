package io.github.gateweir.sigma.compile;

import com.google.re2j.Pattern;
import io.github.gateweir.sigma.match.ValueTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Compiles tests of scalars. Threads share it. */
final class TestCompiler {

  /** Lists can be long, and many rules may name the same. */
  private final Map<ValueTest, ScalarTest> lists = new ConcurrentHashMap<>();

  ScalarTest compile(ValueTest test) {
    if (test instanceof ValueTest.Present) {
      return new PresentTest();
    }
    if (test instanceof ValueTest.Matches pattern) {
      return pattern(pattern);
    }
    if (test instanceof ValueTest.IsNumber number) {
      return new NumberTest(null, number.number());
    }
    if (test instanceof ValueTest.Compares compares) {
      return new NumberTest(compares.comparison(), compares.number());
    }
    if (test instanceof ValueTest.Finds finds) {
      return new RegexTest(Pattern.compile(finds.regex()));
    }
    if (test instanceof ValueTest.InNetwork in) {
      return NetworksTest.of(List.of(in.network()));
    }
    if (test instanceof ValueTest.InNetworks in) {
      return lists.computeIfAbsent(in, list -> NetworksTest.of(in.networks()));
    }
    if (test instanceof ValueTest.InList in) {
      return lists.computeIfAbsent(in, list -> TextSetTest.of(in.values(), in.form(), in.cased()));
    }
    if (test instanceof ValueTest.TimePart part) {
      return new TimePartTest(part.unit(), compile(part.test()));
    }
    return new AnyOfTest(((ValueTest.AnyOf) test).tests().stream().map(this::compile).toList());
  }

  private static ScalarTest pattern(ValueTest.Matches pattern) {
    TextLiteral literal = Patterns.literal(pattern);
    String entry = Patterns.spell(pattern);
    return literal == null
        ? PatternTest.of(pattern, entry)
        : LiteralTest.of(literal.form(), literal.text(), pattern.cased(), entry);
  }
}
