package io.github.gateweir.sigma.compile;

import com.google.re2j.Pattern;
import io.github.gateweir.sigma.match.ValueCheck;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Compiles tests of scalars. Threads share it. */
final class CheckCompiler {

  /** Lists can be long, and many rules may name the same. */
  private final Map<ValueCheck, ScalarCheck> lists = new ConcurrentHashMap<>();

  ScalarCheck compile(ValueCheck test) {
    if (test instanceof ValueCheck.Present) {
      return new PresentCheck();
    }
    if (test instanceof ValueCheck.Matches pattern) {
      return pattern(pattern);
    }
    if (test instanceof ValueCheck.IsNumber number) {
      return new NumberCheck(null, number.number());
    }
    if (test instanceof ValueCheck.Compares compares) {
      return new NumberCheck(compares.comparison(), compares.number());
    }
    if (test instanceof ValueCheck.Finds finds) {
      return new RegexCheck(Pattern.compile(finds.regex()));
    }
    if (test instanceof ValueCheck.InNetwork in) {
      return NetworksCheck.of(List.of(in.network()));
    }
    if (test instanceof ValueCheck.InNetworks in) {
      return lists.computeIfAbsent(in, list -> NetworksCheck.of(in.networks()));
    }
    if (test instanceof ValueCheck.InList in) {
      return lists.computeIfAbsent(in, list -> TextSetCheck.of(in.values(), in.form(), in.cased()));
    }
    if (test instanceof ValueCheck.TimePart part) {
      return new TimePartCheck(part.unit(), compile(part.test()));
    }
    return new AnyOfCheck(((ValueCheck.AnyOf) test).tests().stream().map(this::compile).toList());
  }

  private static ScalarCheck pattern(ValueCheck.Matches pattern) {
    TextLiteral literal = Patterns.literal(pattern);
    String entry = Patterns.spell(pattern);
    return literal == null
        ? PatternCheck.of(pattern, entry)
        : LiteralCheck.of(literal.form(), literal.text(), pattern.cased(), entry);
  }
}
