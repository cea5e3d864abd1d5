package io.github.gateweir.sigma.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gateweir.sigma.match.Predicate;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionParserTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "sel_a or sel_b and not other; (sel_a | (sel_b & !other))",
        "(sel_a or sel_b) and other; ((sel_a | sel_b) & other)",
        "not sel_a or sel_b; (!sel_a | sel_b)",
        "not not sel_a; !!sel_a",
        "SEL_A or other; refused",
        "sel_a AND NOT sel_b OR other; ((sel_a & !sel_b) | other)",
        "1 of sel_*; (sel_a | sel_b)",
        "any of *_b; (sel_b)",
        "all of sel*; (sel_a & sel_b)",
        "1 of *e*; (sel_a | sel_b | other)",
        "1 of s*_a; (sel_a)",
        "1 of sel_a; (sel_a)",
        "all of them; (sel_a & sel_b & other)",
        "1 of _h*; (_hidden)",
        "_hidden; _hidden",
        "1 OF THEM; (sel_a | sel_b | other)",
        "not 1 of sel_* and other; (!(sel_a | sel_b) & other)",
        "[sel_a, sel_b and other]; (sel_a | (sel_b & other))",
        "near sel_a; refused",
      })
  void readsConditions(String condition, String meaning) {
    RuleFile file = SampleRules.read(SampleRules.withCondition(condition));

    assertThat(file.rules().stream().map(rule -> spell(rule.condition())).findFirst())
        .as(file.problems().toString())
        .isEqualTo(Optional.of(meaning).filter(spelled -> !spelled.equals("refused")));
  }

  @Test
  void warnsOfSearchesThatNoConditionNames() {
    assertThat(SampleRules.problems(SampleRules.withCondition("sel_a and sel_b and other")))
        .containsExactly(
            "rule.yml:7:3: warning: No condition names the search identifier '_hidden': name it or"
                + " take it away. [condition]");
  }

  @Test
  void findsThePlaceInAFoldedCondition() {
    String yaml = SampleRules.withCondition(">-\n    sel_a and\n    sel_b or\n      missing");

    assertThat(SampleRules.problems(yaml).get(0)).startsWith("rule.yml:11:7: error: There is no");
  }

  @Test
  void pointsToTheConditionWhereEscapesHideThePlace() {
    String yaml = SampleRules.withCondition("\"sel_a\\x20or missing\"");

    assertThat(SampleRules.problems(yaml).get(0)).startsWith("rule.yml:8:14: error: There is no");
  }

  private static String spell(Predicate predicate) {
    if (predicate instanceof Predicate.And and) {
      return and.all().stream()
          .map(ConditionParserTest::spell)
          .collect(Collectors.joining(" & ", "(", ")"));
    } else if (predicate instanceof Predicate.Or or) {
      return or.any().stream()
          .map(ConditionParserTest::spell)
          .collect(Collectors.joining(" | ", "(", ")"));
    } else if (predicate instanceof Predicate.Not not) {
      return "!" + spell(not.negated());
    }
    return ((Predicate.Search) predicate).name();
  }
}
