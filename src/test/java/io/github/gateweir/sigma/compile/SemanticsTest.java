package io.github.gateweir.sigma.compile;

import static io.github.gateweir.sigma.compile.Asked.ANY;
import static io.github.gateweir.sigma.compile.Asked.ONE;
import static io.github.gateweir.sigma.compile.Asked.and;
import static io.github.gateweir.sigma.compile.Asked.compares;
import static io.github.gateweir.sigma.compile.Asked.exists;
import static io.github.gateweir.sigma.compile.Asked.fields;
import static io.github.gateweir.sigma.compile.Asked.finds;
import static io.github.gateweir.sigma.compile.Asked.is;
import static io.github.gateweir.sigma.compile.Asked.isCased;
import static io.github.gateweir.sigma.compile.Asked.isNull;
import static io.github.gateweir.sigma.compile.Asked.keyword;
import static io.github.gateweir.sigma.compile.Asked.not;
import static io.github.gateweir.sigma.compile.Asked.number;
import static io.github.gateweir.sigma.compile.Asked.or;
import static io.github.gateweir.sigma.compile.Asked.present;
import static io.github.gateweir.sigma.compile.Asked.test;
import static io.github.gateweir.sigma.compile.Asked.text;
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
import org.junit.jupiter.params.provider.ValueSource;

/** What rules mean where engines differ, with the answers written by hand. */
class SemanticsTest {

  @ParameterizedTest
  @ValueSource(strings = {"ab", "axb", "a\\nb", "a\ud83d\ude00b", "a\\u2028\\r\\nb"})
  void takesAnythingForAStarEvenANewLine(String value) {
    assertThat(Asked.of("{'f':'" + value + "'}", is("f", text("a"), ANY, text("b")))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"axb, true", "a\\nb, true", "a\ud83d\ude00b, true", "ab, false", "axxb, false"})
  void takesOneCodePointForAQuestionMark(String value, boolean expected) {
    assertThat(Asked.of("{'f':'" + value + "'}", is("f", text("a"), ONE, text("b"))))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "a.b.c.b, true",
    "abcb, true",
    "abb, false",
    "ab.b, false",
    "xabcb, false",
    "abcbx, false"
  })
  void findsThePiecesOfAPatternFromLeftToRight(String value, boolean expected) {
    Predicate pattern = is("f", text("a"), ANY, text("b"), ANY, text("c"), ANY, text("b"));
    assertThat(Asked.of("{'f':'" + value + "'}", pattern)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"-, true", "\u2013, true", "x, false"})
  void takesOneOfSeveralCodePoints(String value, boolean expected) {
    Predicate pattern = is("f", ANY, new Part.OneOf("-/\u2013"), text("a"));
    assertThat(Asked.of("{'f':'cmd " + value + "A'}", pattern)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "{'f':null},  true,  true,  false, false",
    "{'f':[]},    true,  true,  false, false",
    "{'f':''},    true,  false, true,  true",
    "{'f':'x'},   true,  false, false, true",
    "{'f':0},     true,  false, false, true",
    "{'f':{}},    true,  false, false, false",
    "{},          false, true,  false, false",
  })
  void tellsApartWhatExistsIsNullIsEmptyAndIsThere(
      String event, boolean exists, boolean isNull, boolean isEmpty, boolean isPresent) {
    assertThat(Asked.of(event, exists("f"))).isEqualTo(exists);
    assertThat(Asked.of(event, not(exists("f")))).isEqualTo(!exists);
    assertThat(Asked.of(event, isNull("f"))).isEqualTo(isNull);
    assertThat(Asked.of(event, is("f"))).isEqualTo(isEmpty);
    assertThat(Asked.of(event, present("f"))).isEqualTo(isPresent);
  }

  @Test
  void searchesForRegularExpressionsAnywhereAndWithCase() {
    assertThat(Asked.of("{'f':'abcd'}", finds("f", "bc"))).isTrue();
    assertThat(Asked.of("{'f':'ABCD'}", finds("f", "bc"))).isFalse();
    assertThat(Asked.of("{'f':'ABCD'}", finds("f", "(?i)bc"))).isTrue();
    assertThat(Asked.of("{'f':'b*c'}", finds("f", "b\\*c"))).isTrue();
    assertThat(Asked.of("{'f':443}", finds("f", "^44"))).isTrue();
  }

  @Test
  void endsWithARegularExpressionThatStallsEnginesWhichBacktrack() {
    String text = "a".repeat(100_000) + "b";
    assertThat(text).hasSize(100_001);
    assertThat(Asked.of("{'f':'" + text + "'}", finds("f", "(a+)+$"))).isFalse();
  }

  @Test
  void takesAnyElementOfAnArrayForEachValueAndNoneForANegation() {
    String event = "{'f':['ab','cd']}";
    Predicate both = and(is("f", ANY, text("a"), ANY), is("f", ANY, text("c"), ANY));
    assertThat(Asked.of(event, both)).isTrue();
    assertThat(Asked.of(event, not(is("f", text("ab"))))).isFalse();
    assertThat(Asked.of(event, not(is("f", text("abcd"))))).isTrue();
    assertThat(Asked.of("{}", not(is("f", text("ab"))))).isTrue();
    assertThat(Asked.of("{'f':[['x'],['y',null]]}", is("f", text("y")))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "443, 443, true",
    "'''443''', 443, true",
    "443.0, 443, true",
    "4.43e2, 443, true",
    "'''443.0''', 443, true",
    "'''4.43e2''', 443, false",
    "'''0x1bb''', 443, false",
    "true, 1, false",
    "1684444377058000001, 1684444377058000001, true",
    "1684444377058000001, 1684444377058000000, false",
    "'''1684444377058000001''', 1684444377058000000, false",
    "99999999999999999999999999999999999999.5, 99999999999999999999999999999999999999.5, true",
    "99999999999999999999999999999999999999.5, 99999999999999999999999999999999999999.4, false",
    "9223372036854775808, 9223372036854775808, true",
    "-9223372036854775808, -9223372036854775808, true",
    "-0.0, 0, true",
    "1e999999999, 443, false"
  })
  void comparesNumbersExactly(String value, String number, boolean expected) {
    assertThat(Asked.of("{'f':" + value + "}", number("f", number))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "443, 443, true",
    "443.0, 443, true",
    "1.50, 1.5, true",
    "1e2, 100, true",
    "true, true, true",
    "false, true, false",
    "null, null, false"
  })
  void takesANumberForItsCanonicalDecimal(String value, String text, boolean expected) {
    assertThat(Asked.of("{'f':" + value + "}", is("f", text(text)))).isEqualTo(expected);
  }

  @Test
  void takesAPatternOfDigitsForANumber() {
    assertThat(Asked.of("{'f':443}", is("f", text("44"), ANY))).isTrue();
    assertThat(Asked.of("{'f':4430}", is("f", text("44"), ONE))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "5, LT, false",
    "5, LTE, true",
    "5, GT, false",
    "5, GTE, true",
    "4.9, LT, true",
    "'''4.9''', LT, true",
    "'''x''', LT, false",
    "'''''', GTE, false",
    "true, GTE, false",
    "null, LT, false",
    "[9], GT, true",
    "{}, GT, false",
    "1e999999999, GT, true"
  })
  void comparesOnlyNumbers(String value, Comparison comparison, boolean expected) {
    assertThat(Asked.of("{'f':" + value + "}", compares("f", comparison, "5"))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "10.1.2.3, 10.0.0.0/8, true",
    "::ffff:10.1.2.3, 10.0.0.0/8, true",
    "0:0:0:0:0:FFFF:0a01:0203, 10.0.0.0/8, true",
    "10.1.2.3, ::ffff:10.0.0.0/104, true",
    "11.0.0.0, 10.0.0.0/8, false",
    "10.1.2, 10.0.0.0/8, false",
    "10.1.2.03, 10.0.0.0/8, false",
    "example.com, 10.0.0.0/8, false",
    "'', 0.0.0.0/0, false",
    "2001:db8:ffff::1, 2001:db8::/32, true",
    "2001:db9::1, 2001:db8::/32, false"
  })
  void findsAddressesInNetworksAndNothingElse(String value, String network, boolean expected) {
    ValueCheck test = new ValueCheck.InNetwork(Network.parse(network));
    assertThat(Asked.of("{'f':'" + value + "'}", test("f", test))).isEqualTo(expected);
  }

  @Test
  void findsNoNumberInANetwork() {
    ValueCheck test = new ValueCheck.InNetwork(Network.parse("0.0.0.0/0"));
    assertThat(Asked.of("{'f':10,'g':true}", or(test("f", test), test("g", test)))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'a':'Bob','b':'bOB'} | EQUALS | false | true",
        "{'a':'Bob','b':'bOB'} | EQUALS | true | false",
        "{'a':'Bob','b':'bo'} | STARTS_WITH | false | true",
        "{'a':'Bob','b':'OB'} | ENDS_WITH | false | true",
        "{'a':'Bob','b':'O'} | CONTAINS | false | true",
        "{'a':'b','b':'Bob'} | CONTAINS | false | false",
        "{'a':443,'b':'443'} | EQUALS | true | true",
        "{'a':['x','y'],'b':['z','y']} | EQUALS | true | true",
        "{'a':'x'} | EQUALS | false | false",
        "{'b':'x'} | EQUALS | false | false",
        "{'a':null,'b':null} | EQUALS | false | false",
        "{} | EQUALS | false | false"
      })
  void comparesTwoFieldsThatAreBothThere(String event, Form form, boolean cased, boolean expected) {
    assertThat(Asked.of(event, fields("a", "b", form, cased))).isEqualTo(expected);
    assertThat(Asked.of(event, not(fields("a", "b", form, cased)))).isEqualTo(!expected);
  }

  @ParameterizedTest
  @CsvSource({
    "Bob\"s, true",
    "BOB, true",
    "443, true",
    "\u00c4pfel, true",
    "DeviceName, false",
    "true, false"
  })
  void looksForKeywordsInEveryStringAndNumber(String keyword, boolean expected) {
    String event =
        "{'DeviceName':'xBob\\\"s PC','n':{'deep':[{'port':4430}]},'b':true,'u':'\\u00e4pfel'}";
    assertThat(Asked.of(event, keyword(keyword))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "I, i, true",
    "I, \u0131, false",
    "i, \u0131, false",
    "i, \u0130, false",
    "\u0130, \u0130, true",
    "s, \u017f, true",
    "S, \u017f, true",
    "k, \u212a, true",
    "\u00e5, \u212b, true",
    "\u03c3, \u03c2, true",
    "\u00df, \u1e9e, true",
    "\u00df, ss, false",
    "\u00b5, \u03bc, true",
    "\ud801\udc00, \ud801\udc28, true"
  })
  void foldsCaseForEachCodePoint(String one, String other, boolean expected) {
    assertThat(Asked.of("{'f':'" + one + "'}", is("f", text(other)))).isEqualTo(expected);
    assertThat(Asked.of("{'f':'x" + other + "x'}", is("f", ANY, text(one), ANY)))
        .isEqualTo(expected);
    assertThat(Asked.of("{'f':'" + one + "'}", isCased("f", text(other))))
        .isEqualTo(one.equals(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'a.b':'x'} | true",
        "{'a':{'b':'x'}} | true",
        "{'a.b':'y','a':{'b':'x'}} | false",
        "{'a':[{'b':'y'},{'b':'x'},{},1]} | true",
        "{'a':[{'b':['x','y']}]} | true",
        "{'a':'x'} | false",
        "{'b':'x'} | false"
      })
  void readsADottedNameLiterallyAndThenAsAPath(String event, boolean expected) {
    assertThat(Asked.of(event, is("a.b", text("x")))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-01T00:30:15Z, MINUTE, 30",
    "2026-01-01T00:30:15+02:00, HOUR, 22",
    "2026-01-01T00:30:15+02:00, DAY, 31",
    "2026-01-01T00:30:15.123456789Z, WEEK, 1",
    "2027-01-01T12:00:00Z, WEEK, 53",
    "2024-12-31T23:59:59-00:30, YEAR, 2025",
    "2026-11-24t13:00z, MONTH, 11",
    "2026-11-24T13:00:00, HOUR, 13"
  })
  void takesPartsOfATimeInUtc(String time, Unit unit, long part) {
    String event = "{'t':'" + time + "'}";
    assertThat(Asked.of(event, test("t", isPart(unit, part)))).isTrue();
    assertThat(Asked.of(event, test("t", isPart(unit, part + 1)))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"'now'", "'2026-13-01T00:00:00Z'", "'2026-01-01'", "1767225600", "null", "''"})
  void findsNoPartInWhatIsNoTime(String value) {
    ValueCheck any = new ValueCheck.Compares(Comparison.GTE, BigDecimal.ZERO);
    assertThat(
            Asked.of("{'t':" + value + "}", test("t", new ValueCheck.TimePart(Unit.MINUTE, any))))
        .isFalse();
  }

  private static ValueCheck isPart(Unit unit, long part) {
    return new ValueCheck.TimePart(unit, new ValueCheck.IsNumber(BigDecimal.valueOf(part)));
  }

  @Test
  void takesNoConditionForTrueAndNoAlternativeForFalse() {
    assertThat(Asked.of("{}", new Predicate.And(List.of()))).isTrue();
    assertThat(Asked.of("{}", new Predicate.Or(List.of()))).isFalse();
  }
}
