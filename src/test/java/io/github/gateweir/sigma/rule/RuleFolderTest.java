package io.github.gateweir.sigma.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gateweir.sigma.match.Predicate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleFolderTest {

  private static final Environment GATEWAY =
      new GatewayEnvironment(
          List.of("destination.domain", "source.ip", "user.name", "event.action")::contains);

  private static final String BASE =
      """
      title: Base
      name: base
      logsource: {category: dns_query, product: windows}
      detection: {sel: {QueryName: x}, condition: sel}
      """;

  private final RuleFolder folder = new RuleFolder(SampleRules.LISTS::get, Environment.ANY_EVENT);

  @Test
  void readsAFolderInTheOrderOfNames(@TempDir Path dir) throws IOException {
    Files.createDirectories(dir.resolve("sub/deeper"));
    Files.createDirectories(dir.resolve(".git"));
    Files.writeString(dir.resolve("sub/deeper/b.yaml"), rule("B"));
    Files.writeString(dir.resolve("a.yml"), rule("A"));
    Files.writeString(dir.resolve("c.yml"), "title: [");
    Files.writeString(dir.resolve("a.match.ndjson"), "{}");
    Files.writeString(dir.resolve(".hidden.yml"), rule("H"));
    Files.writeString(dir.resolve(".git/x.yml"), rule("G"));

    RuleSet set = folder.read(dir);

    assertThat(set.rules()).extracting(Rule::title).containsExactly("A", "B");
    assertThat(set.rules().get(1).mark()).hasToString("sub/deeper/b.yaml:1:1");
    assertThat(set.problems())
        .singleElement()
        .satisfies(p -> assertThat(p.mark().file()).isEqualTo("c.yml"));
    assertThat(set.documents()).isEqualTo(3);
    assertThat(set.refused()).isEqualTo(1);
  }

  @Test
  void readsOneFileAsTheUserNamesIt(@TempDir Path dir) throws IOException {
    Path file = Files.writeString(dir.resolve("rule.txt"), rule("A"));

    assertThat(folder.read(file).rules().get(0).mark().file()).isEqualTo(file.toString());
    assertThatThrownBy(() -> folder.read(dir.resolve("none")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void readsDocumentsThatFollowOneThatIsNotYaml() {
    RuleSet set = set(Environment.ANY_EVENT, rule("A") + "---\na: [\n---\n" + rule("B"));

    assertThat(set.rules()).extracting(Rule::title).containsExactly("A", "B");
    assertThat(set.documents()).isEqualTo(3);
  }

  @Test
  void readsFilesWithByteOrderMarkAndWindowsLineEnds() {
    RuleSet set =
        set(Environment.ANY_EVENT, "\uFEFF" + (rule("A") + "level: odd\n").replace("\n", "\r\n"));

    assertThat(set.problems())
        .singleElement()
        .satisfies(p -> assertThat(p.mark()).hasToString("a.yml:4:8"));
  }

  @Test
  void refusesAnEmptyFile() {
    assertThat(set(Environment.ANY_EVENT, "", "# a comment\n---\n").problems())
        .extracting(Problem::code)
        .containsExactly(Problem.Code.YAML, Problem.Code.YAML);
  }

  @Test
  void refusesTheSecondRuleWithOneId() {
    String id = "id: 0b0c9f1a-7d8e-4f2b-9a51-3c6d7e8f9a01\n";
    RuleSet set = set(Environment.ANY_EVENT, rule("A") + id, rule("B") + id);

    assertThat(set.rules()).extracting(Rule::title).containsExactly("A");
    assertThat(set.problems().get(0).message()).contains("first at a.yml:1:1");
  }

  @Test
  void mapsFieldsOfGenericLogSources() {
    RuleSet set = set(GATEWAY, BASE);

    assertThat(set.problems()).extracting(Problem::code).containsExactly(Problem.Code.IGNORED);
    assertThat(String.valueOf(set.rules().get(0).searches().get("sel")))
        .contains("destination.domain")
        .doesNotContain("QueryName");
    assertThat(((Predicate.Search) set.rules().get(0).condition()).stands())
        .isSameAs(set.rules().get(0).searches().get("sel"));
  }

  @Test
  void admitsRulesOfItsOwnProduct() {
    String rule =
        """
        title: A rule
        logsource: {product: cloudflare%s}
        detection: {sel: {event.action: block}, condition: sel}
        """;
    assertThat(set(GATEWAY, rule.formatted("")).rules()).hasSize(1);
    assertThat(set(GATEWAY, rule.formatted(", service: gateway_network")).rules()).hasSize(1);
    assertThat(set(GATEWAY, rule.formatted(", service: gateway_dns")).problems())
        .extracting(Problem::code)
        .containsExactly(Problem.Code.UNSUPPORTED_LOGSOURCE);
  }

  @Test
  void appliesFiltersInBothForms() {
    for (String condition : List.of("not sel", "sel")) {
      RuleSet set = set(GATEWAY, BASE, filter("[base]", condition));

      assertThat(set.filters()).hasSize(1);
      Predicate.And and = (Predicate.And) set.rules().get(0).condition();
      assertThat(and.all().get(0)).isInstanceOf(Predicate.Search.class);
      assertThat(and.all().get(1))
          .isInstanceOfSatisfying(
              Predicate.Not.class,
              not -> assertThat(not.negated().toString()).contains("source.ip").contains("adm_"));
      assertThat(set.rules().get(0).searches()).containsOnlyKeys("sel");
    }
  }

  @Test
  void keepsTheConditionOfAFilterThatAsksForIt() {
    RuleSet set = set(GATEWAY, BASE, filter("base", "sel") + "gateweir.filter: keep\n");

    Predicate.And and = (Predicate.And) set.rules().get(0).condition();
    assertThat(and.all().get(1)).isInstanceOf(Predicate.Search.class);
    assertThat(set.problems())
        .extracting(Problem::code)
        .doesNotContain(Problem.Code.FILTER_POLARITY);
  }

  @Test
  void appliesAFilterForAnyToRulesThatContainItsLogSource() {
    String other = BASE.replace("dns_query, product: windows", "dns").replace("base", "other");
    RuleSet set = set(GATEWAY, BASE, other, filter("any", "not sel"));

    assertThat(set.rules().get(0).condition()).isInstanceOf(Predicate.And.class);
    assertThat(set.rules().get(1).condition()).isInstanceOf(Predicate.Search.class);
  }

  @Test
  void refusesCorrelationsOfRulesThatDoNotRun() {
    String correlation =
        """
        title: Correlation
        correlation: {type: event_count, rules: base, timespan: 1m, condition: {gte: 2}}
        """;
    assertThat(set(GATEWAY, BASE, correlation).correlations()).hasSize(1);
    assertThat(set(GATEWAY, BASE.replace("dns_query", "file_event"), correlation).correlations())
        .isEmpty();
  }

  private static RuleSet set(Environment environment, String... files) {
    return SampleRules.set(environment, files);
  }

  private static String rule(String title) {
    return """
        title: %s
        logsource: {category: test}
        detection: {sel: {a: 1}, condition: sel}
        """
        .formatted(title);
  }

  private static String filter(String rules, String condition) {
    return """
        title: Filter
        logsource: {product: windows}
        filter:
          rules: %s
          sel: {SourceIp|startswith: adm_}
          condition: %s
        """
        .formatted(rules, condition);
  }
}
