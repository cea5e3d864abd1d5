package io.github.gateweir.sigma.compile;

import io.github.gateweir.sigma.match.Form;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One of many literals lies in the text.
 *
 * @param entries the literals as the rule or list has them
 */
record TextSetCheck(TextTable table, List<String> entries, boolean cased) implements ScalarCheck {

  static TextSetCheck of(List<String> values, Form form, boolean cased) {
    List<LiteralCheck> tests = new ArrayList<>();
    for (String value : values) {
      tests.add(LiteralCheck.of(form, value, cased, value));
    }
    return of(tests, cased);
  }

  /** Any of the tests, which are all cased, or none is. */
  static TextSetCheck of(List<LiteralCheck> tests, boolean cased) {
    Map<TextLiteral, String> distinct = new LinkedHashMap<>();
    tests.forEach(test -> distinct.putIfAbsent(test.literal(), test.entry()));
    TextTable table = new TextTable(List.copyOf(distinct.keySet()));
    return new TextSetCheck(table, List.copyOf(distinct.values()), cased);
  }

  @Override
  public int cost() {
    return 4;
  }

  @Override
  public boolean passes(Scalar scalar) {
    return table.anyIn(scalar.text(cased));
  }

  @Override
  public String entry(Scalar passed) {
    int[] found = {0};
    table.visit(
        passed.text(cased),
        literal -> {
          found[0] = literal;
          return true;
        });
    return entries.get(found[0]);
  }
}
