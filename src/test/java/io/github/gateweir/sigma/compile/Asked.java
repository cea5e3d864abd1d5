package io.github.gateweir.sigma.compile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.github.gateweir.sigma.event.JsonModel;
import io.github.gateweir.sigma.match.Form;
import io.github.gateweir.sigma.match.Predicate;
import io.github.gateweir.sigma.match.ValueCheck;
import io.github.gateweir.sigma.match.ValueCheck.Part;
import io.github.gateweir.sigma.rule.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Short ways to write what a rule asks, and to ask it of JSON. */
final class Asked {

  static final Part ANY = new Part.Any();
  static final Part ONE = new Part.One();
  private static final ObjectReader READER = JsonModel.reader();

  private Asked() {}

  static boolean of(String json, Predicate predicate) {
    Rule rule = RandomRules.rule(1, predicate);
    List<Rule> matched = new ArrayList<>();
    new RuleCompiler<>(new JsonModel())
        .compile(List.of(rule))
        .matcher()
        .match(read(json), matched::add);
    return !matched.isEmpty();
  }

  /** JSON with ' for ". */
  static JsonNode read(String json) {
    try {
      return READER.readValue(json.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  static Part text(String text) {
    return new Part.Literal(text);
  }

  static Predicate is(String field, Part... parts) {
    return test(field, new ValueCheck.Matches(List.of(parts), false));
  }

  static Predicate isCased(String field, Part... parts) {
    return test(field, new ValueCheck.Matches(List.of(parts), true));
  }

  static Predicate test(String field, ValueCheck test) {
    return new Predicate.FieldIs(field, test, RandomRules.MARK);
  }

  static Predicate number(String field, String number) {
    return test(field, new ValueCheck.IsNumber(new BigDecimal(number)));
  }

  static Predicate compares(String field, ValueCheck.Comparison comparison, String number) {
    return test(field, new ValueCheck.Compares(comparison, new BigDecimal(number)));
  }

  static Predicate finds(String field, String regex) {
    return test(field, new ValueCheck.Finds(regex));
  }

  static Predicate present(String field) {
    return test(field, new ValueCheck.Present());
  }

  static Predicate exists(String field) {
    return new Predicate.FieldExists(field, RandomRules.MARK);
  }

  static Predicate isNull(String field) {
    return new Predicate.FieldIsNull(field, RandomRules.MARK);
  }

  static Predicate fields(String field, String other, Form form, boolean cased) {
    return new Predicate.FieldIsField(field, other, form, cased, RandomRules.MARK);
  }

  static Predicate keyword(String text) {
    return new Predicate.Keyword(
        new ValueCheck.Matches(List.of(ANY, text(text), ANY), false), RandomRules.MARK);
  }

  static Predicate not(Predicate negated) {
    return new Predicate.Not(negated);
  }

  static Predicate and(Predicate... all) {
    return new Predicate.And(List.of(all));
  }

  static Predicate or(Predicate... any) {
    return new Predicate.Or(List.of(any));
  }
}
