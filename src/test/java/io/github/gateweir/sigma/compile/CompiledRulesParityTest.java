package io.github.gateweir.sigma.compile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.github.gateweir.sigma.event.JsonModel;
import io.github.gateweir.sigma.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Compiled rules match what the naive evaluator says, alone and together in an index. */
class CompiledRulesParityTest {

  private static final ObjectReader READER = JsonModel.reader();

  private final JsonModel model = new JsonModel();
  private final NaiveEvaluator<JsonNode> naive = new NaiveEvaluator<>(model);

  @Test
  void matchesASingleRuleAsTheNaiveEvaluatorDoes() throws JsonProcessingException {
    RandomRules random = new RandomRules(1);
    int pairs = 0;
    int matched = 0;
    for (int i = 0; i < 4_000; i++) {
      Rule rule = random.rule(i);
      RuleMatcher<JsonNode> matcher = new RuleCompiler<>(model).compile(List.of(rule)).matcher();
      for (int j = 0; j < 5; j++) {
        JsonNode event = read(random.event());
        boolean expected = naive.holds(rule.condition(), event);
        assertThat(matched(matcher, event))
            .as("%s%n%s", rule.condition(), event)
            .isEqualTo(expected ? List.of(rule) : List.of());
        pairs++;
        matched += expected ? 1 : 0;
      }
    }
    assertThat(pairs).isEqualTo(20_000);
    assertThat(matched).isBetween(pairs / 5, pairs * 4 / 5);
  }

  @Test
  void matchesTheSameOfTwoHundredRulesAsTheNaiveEvaluatorDoes() throws JsonProcessingException {
    RandomRules random = new RandomRules(2);
    for (int i = 0; i < 10; i++) {
      List<Rule> rules = new ArrayList<>();
      for (int j = 0; j < 200; j++) {
        rules.add(random.rule(j));
      }
      RuleMatcher<JsonNode> matcher = new RuleCompiler<>(model).compile(rules).matcher();
      for (int j = 0; j < 50; j++) {
        JsonNode event = read(random.event());
        assertThat(matched(matcher, event).stream().map(Rule::title))
            .as("%s", event)
            .containsExactlyElementsOf(
                rules.stream()
                    .filter(rule -> naive.holds(rule.condition(), event))
                    .map(Rule::title)
                    .toList());
      }
    }
  }

  private static JsonNode read(String json) throws JsonProcessingException {
    return READER.readValue(json);
  }

  private static List<Rule> matched(RuleMatcher<JsonNode> matcher, JsonNode event) {
    List<Rule> matched = new ArrayList<>();
    matcher.match(event, matched::add);
    return matched;
  }
}
