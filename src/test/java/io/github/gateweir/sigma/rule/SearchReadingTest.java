package io.github.gateweir.sigma.rule;

import static io.github.gateweir.sigma.rule.SampleRules.item;
import static io.github.gateweir.sigma.rule.SampleRules.search;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gateweir.sigma.match.Form;
import io.github.gateweir.sigma.match.Network;
import io.github.gateweir.sigma.match.Predicate;
import io.github.gateweir.sigma.match.ValueCheck;
import io.github.gateweir.sigma.match.ValueCheck.Comparison;
import io.github.gateweir.sigma.match.ValueCheck.Part;
import io.github.gateweir.sigma.match.ValueCheck.Unit;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchReadingTest {

  private static final Part ANY = new Part.Any();
  private static final Part ONE = new Part.One();
  private static final Part DASH = new Part.OneOf("-/\u2013\u2014\u2015");

  @Test
  void affixesJoinTheParsedValue() {
    assertThat(test("f|startswith: 'C:\\Users\\'")).isEqualTo(matches(text("C:\\Users\\"), ANY));
    assertThat(test("f|endswith: .com")).isEqualTo(matches(ANY, text(".com")));
    assertThat(test("f|contains: '*a?'")).isEqualTo(matches(ANY, text("a"), ONE, ANY));
  }

  @ParameterizedTest
  @CsvSource({"a\\*, a*", "a\\b, a\\b", "a\\\\b, a\\b", "\\\\\\*, \\*", "a\\?, a?", "\\, \\"})
  void takesABackslashBeforeWildcardsAndBackslashesAway(String written, String literal) {
    assertThat(test("f: '" + written + "'")).isEqualTo(matches(text(literal)));
  }

  @Test
  void readsAWildcardBehindTwoBackslashes() {
    assertThat(test("f: 'a\\\\*'")).isEqualTo(matches(text("a\\"), ANY));
  }

  @Test
  void tellsPresentEmptyAndNullApart() {
    assertThat(test("f: '*'")).isEqualTo(new ValueCheck.Present());
    assertThat(test("f|contains: ''")).isEqualTo(new ValueCheck.Present());
    assertThat(test("f: ''")).isEqualTo(matches());
    assertThat(item("f: null")).isInstanceOf(Predicate.FieldIsNull.class);
    assertThat(item("f:")).isInstanceOf(Predicate.FieldIsNull.class);
    assertThat(item("f|exists: true")).isInstanceOf(Predicate.FieldExists.class);
    assertThat(item("f|exists: false"))
        .isInstanceOfSatisfying(
            Predicate.Not.class,
            not -> assertThat(not.negated()).isInstanceOf(Predicate.FieldExists.class));
  }

  @Test
  void readsNumbersAndBooleansByYaml() {
    assertThat(test("f: 443")).isEqualTo(new ValueCheck.IsNumber(new BigDecimal("443")));
    assertThat(test("f: 0x10")).isEqualTo(new ValueCheck.IsNumber(new BigDecimal("16")));
    assertThat(test("f: 1684444377058000001"))
        .isEqualTo(new ValueCheck.IsNumber(new BigDecimal("1684444377058000001")));
    assertThat(test("f: '443'")).isEqualTo(matches(text("443")));
    assertThat(test("f|startswith: 1.50")).isEqualTo(matches(text("1.5"), ANY));
    assertThat(test("f|contains: 2e3")).isEqualTo(matches(ANY, text("2000"), ANY));
    assertThat(test("f: True")).isEqualTo(matches(text("true")));
    assertThat(test("f: yes")).isEqualTo(matches(text("yes")));
  }

  @Test
  void listsAreDisjunctionsUnlessAllIsAsked() {
    assertThat(item("f: [a, b]")).isInstanceOf(Predicate.Or.class);
    assertThat(item("f|contains|all: [a, b]")).isInstanceOf(Predicate.And.class);
    assertThat(item("f|neq: [a, b]"))
        .isInstanceOfSatisfying(
            Predicate.Not.class, not -> assertThat(not.negated()).isInstanceOf(Predicate.Or.class));
    assertThat(search("- a: 1\n- b: 2")).isInstanceOf(Predicate.Or.class);
  }

  @Test
  void readsKeywords() {
    assertThat(search("- Bob\"s\n- 42"))
        .isInstanceOfSatisfying(
            Predicate.Or.class,
            or ->
                assertThat(or.any())
                    .extracting(p -> ((Predicate.Keyword) p).test())
                    .containsExactly(
                        matches(ANY, text("Bob\"s"), ANY), matches(ANY, text("42"), ANY)));
    assertThat(item("'|all': [a, b]")).isInstanceOf(Predicate.And.class);
    assertThat(search("plain")).isInstanceOf(Predicate.Keyword.class);
  }

  @Test
  void takesDashesAtOptionPositionsForAny() {
    assertThat(test("f|windash|contains: ' -a-b'"))
        .isEqualTo(matches(ANY, text(" "), DASH, text("a-b"), ANY));
    assertThat(test("f|contains|windash: ' /f'"))
        .isEqualTo(matches(ANY, text(" "), DASH, text("f"), ANY));
    assertThat(test("f|windash: 'a -'")).isEqualTo(matches(text("a -")));
  }

  @Test
  void encodesAsBase64() {
    assertThat(test("f|base64: foo")).isEqualTo(cased(text("Zm9v")));
    assertThat(test("f|base64offset|contains: foo"))
        .isEqualTo(
            new ValueCheck.AnyOf(
                List.of(
                    cased(ANY, text("Zm9v"), ANY),
                    cased(ANY, text("Zvb"), ANY),
                    cased(ANY, text("mb2"), ANY))));
    assertThat(test("f|wide|base64: ab")).isEqualTo(cased(text("YQBiAA==")));
    assertThat(test("f|utf16be|base64: ab")).isEqualTo(cased(text("AGEAYg==")));
    assertThat(test("f|utf16|base64: ab")).isEqualTo(cased(text("//5hAGIA")));
  }

  @Test
  void encodesEveryDash() {
    assertThat(test("f|windash|base64: -a"))
        .isInstanceOfSatisfying(ValueCheck.AnyOf.class, any -> assertThat(any.tests()).hasSize(5));
  }

  @Test
  void readsRegularExpressionsWithFlags() {
    assertThat(test("f|re: 'b*c'")).isEqualTo(new ValueCheck.Finds("b*c"));
    assertThat(test("f|re|i|s: 'b.c'")).isEqualTo(new ValueCheck.Finds("(?is)b.c"));
    assertThat(test("f|re: 443")).isEqualTo(new ValueCheck.Finds("443"));
  }

  @Test
  void readsNetworksOfBothKinds() {
    assertThat(test("f|cidr: 10.0.0.0/8"))
        .isEqualTo(new ValueCheck.InNetwork(new Network(0, 0xFFFF_0A00_0000L, 104, "10.0.0.0/8")));
    assertThat(test("f|cidr: 2001:db8::/32"))
        .isEqualTo(
            new ValueCheck.InNetwork(new Network(0x2001_0DB8_0000_0000L, 0, 32, "2001:db8::/32")));
    assertThat(test("f|cidr: '::ffff:10.0.0.0/104'"))
        .isEqualTo(
            new ValueCheck.InNetwork(
                new Network(0, 0xFFFF_0A00_0000L, 104, "::ffff:10.0.0.0/104")));
    assertThat(test("f|cidr: '::/0'"))
        .isEqualTo(new ValueCheck.InNetwork(new Network(0, 0, 0, "::/0")));
  }

  @Test
  void readsComparisonsAndPartsOfTimes() {
    assertThat(test("f|gte: 5"))
        .isEqualTo(new ValueCheck.Compares(Comparison.GTE, new BigDecimal("5")));
    assertThat(test("f|hour|lt: 6"))
        .isEqualTo(
            new ValueCheck.TimePart(
                Unit.HOUR, new ValueCheck.Compares(Comparison.LT, new BigDecimal("6"))));
    assertThat(test("f|week: 12"))
        .isEqualTo(
            new ValueCheck.TimePart(Unit.WEEK, new ValueCheck.IsNumber(new BigDecimal("12"))));
  }

  @Test
  void readsReferencesToFields() {
    assertThat(item("f|fieldref|endswith|cased: g"))
        .isInstanceOfSatisfying(
            Predicate.FieldIsField.class,
            is -> {
              assertThat(is.other()).isEqualTo("g");
              assertThat(is.form()).isEqualTo(Form.ENDS_WITH);
              assertThat(is.cased()).isTrue();
            });
  }

  @Test
  void putsListsInThePlaceOfPlaceholders() {
    assertThat(test("f|endswith|expand: '%colours%'"))
        .isEqualTo(test("f|expand|endswith: '%colours%'"))
        .isEqualTo(
            new ValueCheck.InList("colours", List.of("red", "light*blue"), Form.ENDS_WITH, false));
    assertThat(test("f|expand: '%nets%'"))
        .isInstanceOfSatisfying(
            ValueCheck.AnyOf.class,
            any -> {
              assertThat(any.tests().get(0))
                  .isEqualTo(
                      new ValueCheck.InList("nets", List.of("192.0.2.7"), Form.EQUALS, false));
              assertThat(((ValueCheck.InNetworks) any.tests().get(1)).networks()).hasSize(2);
            });
    assertThat(test("f|cidr|expand: '%only_nets%'")).isInstanceOf(ValueCheck.InNetworks.class);
  }

  @Test
  void crossesTheValuesOfSeveralPlaceholders() {
    assertThat(test("f|expand: '%colours%-*-%sizes%'"))
        .isEqualTo(
            new ValueCheck.AnyOf(
                List.of(
                    matches(text("red-"), ANY, text("-s")),
                    matches(text("red-"), ANY, text("-xl")),
                    matches(text("light*blue-"), ANY, text("-s")),
                    matches(text("light*blue-"), ANY, text("-xl")))));
  }

  @Test
  void quotesListsInRegularExpressions() {
    assertThat(((ValueCheck.Finds) test("f|re|expand: '^%colours%$'")).regex())
        .isEqualTo("^(?:red|light\\*blue)$");
  }

  private static ValueCheck test(String line) {
    return ((Predicate.FieldIs) item(line)).test();
  }

  private static Part text(String text) {
    return new Part.Literal(text);
  }

  private static ValueCheck matches(Part... parts) {
    return new ValueCheck.Matches(List.of(parts), false);
  }

  private static ValueCheck cased(Part... parts) {
    return new ValueCheck.Matches(List.of(parts), true);
  }
}
