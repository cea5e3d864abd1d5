package io.github.gateweir.sigma.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without the refusal these would not fail but never end. */
class EndlessFoldingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(?i)\u1C80",
        "(?i)a[\u0400-\u1FFF]b",
        "(?i)[^\u0400-\u1FFF]",
        "(?i)\\x{1c88}",
        "(?is)[a-\\x{10ffff}]",
        "(?i)[\\x41-\\x{1c80}]",
        "(?i)[\\t-\\x{FFFF}]",
        "(?i)[[:alpha:]\\x{1C00}-\\x{1D00}]"
      })
  void isRefused(String regex) {
    assertThatThrownBy(() -> RegexTranslator.translate(regex, ""))
        .isInstanceOf(FragmentException.class)
        .hasMessageContaining("U+1C80");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u1C80",
        "[a-\\x{10ffff}]",
        "(?i)[a-z]",
        "(?i)[^\\x00-\\x7f]",
        "(?i)[\\x{0400}-\\x{1c7f}]",
        "(?i)[\\x{1c89}-\\x{ffff}]",
        "(?i)\\p{Cyrillic}+",
        "(?i)a-\u1FFF"
      })
  void leavesOthersAlone(String regex) throws Exception {
    assertThat(RegexTranslator.translate(regex, "")).isEqualTo(regex);
  }
}
