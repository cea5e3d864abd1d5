package io.github.gateweir.sigma.compile;

import static io.github.gateweir.sigma.compile.Asked.ANY;
import static io.github.gateweir.sigma.compile.Asked.and;
import static io.github.gateweir.sigma.compile.Asked.exists;
import static io.github.gateweir.sigma.compile.Asked.is;
import static io.github.gateweir.sigma.compile.Asked.keyword;
import static io.github.gateweir.sigma.compile.Asked.not;
import static io.github.gateweir.sigma.compile.Asked.number;
import static io.github.gateweir.sigma.compile.Asked.or;
import static io.github.gateweir.sigma.compile.Asked.test;
import static io.github.gateweir.sigma.compile.Asked.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.gateweir.sigma.event.JsonModel;
import io.github.gateweir.sigma.match.Form;
import io.github.gateweir.sigma.match.Network;
import io.github.gateweir.sigma.match.Predicate;
import io.github.gateweir.sigma.match.ValueCheck;
import io.github.gateweir.sigma.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Why rules match. */
class ExplanationTest {

  private static final JsonNode EVENT =
      Asked.read("{'domain':'www.Evil.example','port':443,'ip':['192.0.2.1','10.1.2.3']}");

  @Test
  void tellsOfEachNodeWhetherItHoldsAndOfEachFieldWhatTheEventHas() {
    Predicate selection = and(is("domain", ANY, text(".evil.example")), number("port", "80"));
    Predicate condition =
        and(
            new Predicate.Search("selection", selection),
            not(new Predicate.Search("filter", exists("user"))));
    Rule rule = RandomRules.rule(1, condition);
    assertThat(compiled(rule).explain(rule, EVENT))
        .isEqualTo(
            node(
                "and",
                false,
                node(
                    "search selection",
                    false,
                    node(
                        "and",
                        false,
                        leaf("domain is '*.evil.example'", true, "www.Evil.example"),
                        leaf("port is the number 80", false, "443"))),
                node("not", true, node("search filter", false, leaf("user exists", false, null)))));
  }

  @Test
  void givesTheValuesAndEntriesThatMadeARuleMatch() {
    ValueCheck list =
        new ValueCheck.InList(
            "bad", List.of("good.example", "EVIL.example"), Form.ENDS_WITH, false);
    ValueCheck networks = new ValueCheck.InNetworks("nets", List.of(Network.parse("10.0.0.0/8")));
    Predicate condition =
        and(
            new Predicate.Search("by_list", test("domain", list)),
            new Predicate.Search("by_net", or(test("ip", networks), number("port", "80"))),
            not(new Predicate.Search("filter", number("port", "22"))),
            keyword("evil"));
    assertThat(contributions(condition))
        .containsExactly(
            new Contribution("domain", "www.Evil.example", "by_list", "EVIL.example"),
            new Contribution("ip", "10.1.2.3", "by_net", "10.0.0.0/8"),
            new Contribution("", "www.Evil.example", "", "*evil*"));
  }

  @Test
  void findsTheEntryAmongManyAlternatives() {
    List<Predicate> any = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      any.add(number("port", String.valueOf(i)));
      any.add(is("domain", ANY, text(".host" + i + ".example")));
    }
    assertThat(contributions(new Predicate.Or(any)))
        .containsExactly(new Contribution("port", "443", "", "443"));
  }

  @Test
  void spellsPatternsAsRulesDo() {
    Predicate pattern = is("domain", ANY, text("Evil."), ANY);
    Predicate literal = is("domain", text("www.evil.example"));
    assertThat(contributions(and(pattern, literal)))
        .extracting(Contribution::entry)
        .containsExactly("*Evil.*", "www.evil.example");
    assertThat(Patterns.spell(new ValueCheck.Matches(List.of(text("a*b?\\")), false)))
        .isEqualTo("a\\*b\\?\\\\");
  }

  @Test
  void refusesToExplainARuleThatIsNotAmongThem() {
    Rule rule = RandomRules.rule(1, exists("port"));
    Rule other = RandomRules.rule(2, exists("port"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> compiled(rule).explain(other, EVENT))
        .withMessage("The rule \"Rule 2\" is none of these compiled rules.");
  }

  private static List<Contribution> contributions(Predicate condition) {
    Rule rule = RandomRules.rule(1, condition);
    RuleMatcher<JsonNode> matcher = compiled(rule).matcher();
    List<Contribution> contributions = new ArrayList<>();
    matcher.match(EVENT, matched -> contributions.addAll(matcher.contributions(matched)));
    return contributions;
  }

  private static CompiledRules<JsonNode> compiled(Rule rule) {
    return new RuleCompiler<>(new JsonModel()).compile(List.of(rule));
  }

  private static Explanation node(String what, boolean holds, Explanation... parts) {
    return new Explanation(what, holds, null, List.of(parts));
  }

  private static Explanation leaf(String what, boolean holds, @Nullable String value) {
    return new Explanation(what, holds, value, List.of());
  }
}
