package io.github.gateweir.sigma.compile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.gateweir.sigma.event.JsonModel;
import io.github.gateweir.sigma.rule.Environment;
import io.github.gateweir.sigma.rule.Placeholders;
import io.github.gateweir.sigma.rule.Rule;
import io.github.gateweir.sigma.rule.RuleFolder;
import io.github.gateweir.sigma.rule.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What rules mean, from the file to the match. A case is two files: {@code NAME.yml} with a rule
 * and {@code NAME.ndjson} with events, each with what is expected of it. The compiled rule and the
 * naive evaluator must both say so; and so must the rule when it is one of all the cases' rules.
 */
class CasesTest {

  private static final Path FOLDER = Path.of("src/test/resources/sigma/cases");

  private static final Placeholders LISTS =
      name ->
          Map.of(
                  "colours", List.of("red", "light*blue"),
                  "places", List.of("192.0.2.0/24", "198.51.100.9", "2001:db8::/64"))
              .get(name);

  private final JsonModel model = new JsonModel();
  private final NaiveEvaluator<JsonNode> naive = new NaiveEvaluator<>(model);

  /** An event with what a rule must say of it. */
  private record Case(JsonNode event, boolean match) {}

  static List<Path> rules() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".yml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aRuleMatchesWhatItIsWrittenFor(Path file) throws IOException {
    Rule rule = read(file);
    RuleMatcher<JsonNode> alone = new RuleCompiler<>(model).compile(List.of(rule)).matcher();
    RuleMatcher<JsonNode> amongAll = new RuleCompiler<>(model).compile(all()).matcher();
    List<Case> cases = cases(file);

    assertThat(cases).extracting(Case::match).contains(true, false);
    for (Case each : cases) {
      assertThat(naive.holds(rule.condition(), each.event()))
          .as("naively: %s", each.event())
          .isEqualTo(each.match());
      assertThat(titles(alone, each.event()).contains(rule.title()))
          .as("compiled: %s", each.event())
          .isEqualTo(each.match());
      assertThat(titles(amongAll, each.event()).contains(rule.title()))
          .as("among all rules: %s", each.event())
          .isEqualTo(each.match());
    }
  }

  private static List<Rule> all() throws IOException {
    List<Rule> all = new ArrayList<>();
    for (Path file : rules()) {
      all.add(read(file));
    }
    return all;
  }

  private static Rule read(Path file) throws IOException {
    RuleSet set = new RuleFolder(LISTS, Environment.ANY_EVENT).read(file);
    assertThat(set.rules()).as("%s", set.problems()).hasSize(1);
    return set.rules().get(0);
  }

  private static List<Case> cases(Path file) throws IOException {
    List<Case> cases = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(file.toString().replace(".yml", ".ndjson")))) {
      JsonNode node = JsonModel.reader().readTree(line);
      cases.add(new Case(node.get("event"), node.get("match").asBoolean()));
    }
    return cases;
  }

  private static List<String> titles(RuleMatcher<JsonNode> matcher, JsonNode event) {
    List<String> titles = new ArrayList<>();
    matcher.match(event, rule -> titles.add(rule.title()));
    return titles;
  }
}
