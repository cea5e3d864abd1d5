package io.github.gateweir.sigma.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegexTranslatorTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a\\/b; a/b",
        "a\\-b\\_c; a-b_c",
        "\\\"x\\'; \"x'",
        "(?<name>a)b; ab",
        "[\\w-.]+x; a-.x",
        "[]a]; ]",
        "[^]a]x; bx",
        "[[a]; [",
        "[[:alpha:]]1; b1",
        "a{,3}; a{,3}",
        "x{2,3}?y; xxy",
        "a(?#a comment)b; ab",
        "\\u0041; A",
        "\\ä; ä",
        "a\\ b; a b",
        "\\Qa.b\\E; a.b",
        "{a}; {a}",
        "\\x41\\.; A.",
        "(?i)abc; xABC",
        "b(?!.); ab",
        "b\\Z; ab",
        "a\\hb; a b",
        "[\\h]b; ' b'",
      })
  void runsHarmlessSyntaxOfOtherEngines(String regex, String text) throws FragmentException {
    assertThat(Pattern.compile(RegexTranslator.translate(regex, "")).matcher(text).find()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"a(?!.),ab", "a\\Z,ab"})
  void keepsTheEndThatARegexDemands(String regex, String text) throws FragmentException {
    assertThat(Pattern.compile(RegexTranslator.translate(regex, "")).matcher(text).find())
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(?=a)",
        "(?!a)",
        "(?<=a)",
        "(?<!a)",
        "(?>a)",
        "a++",
        "a*+",
        "a{2}+",
        "(a)\\1",
        "(?<n>a)\\k<n>",
        "(?(1)a|b)",
        "(",
        ")",
        "[",
        "a**",
        "*",
        "\\",
        "[b-a]",
        "\\y",
        "x{1001}"
      })
  void refusesWhatIsNotLinearOrNotValid(String regex) {
    assertThatThrownBy(() -> RegexTranslator.translate(regex, ""))
        .isInstanceOfSatisfying(
            FragmentException.class,
            e -> {
              assertThat(e.code()).isEqualTo(Problem.Code.REGEX);
              assertThat(e.offset()).isBetween(0, regex.length());
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"(a{1000}){1000}", "((a{100}b{100}){50}){50}", "[a-z]{1000}{1000}"})
  void refusesExpressionsThatWouldBeSlow(String regex) {
    assertThatThrownBy(() -> RegexTranslator.translate(regex, ""))
        .isInstanceOf(FragmentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"^.{96,}$", "(?:[a-z0-9]{1,63}\\.){3,10}[a-z]{2,63}", "x{1000}"})
  void allowsOrdinaryRepetition(String regex) throws FragmentException {
    assertThat(RegexTranslator.translate(regex, "(?i)")).isEqualTo("(?i)" + regex);
  }

  @org.junit.jupiter.api.Test
  void allowsLongAlternations() throws FragmentException {
    String words =
        IntStream.range(0, 500)
            .mapToObj("word%d"::formatted)
            .collect(java.util.stream.Collectors.joining("|"));
    assertThat(RegexTranslator.translate(words, "")).isEqualTo(words);
  }
}
