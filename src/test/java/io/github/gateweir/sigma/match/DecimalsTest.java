package io.github.gateweir.sigma.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers as text. */
class DecimalsTest {

  @ParameterizedTest
  @CsvSource({
    "443, 443",
    "443.0, 443",
    "1.50, 1.5",
    "1e3, 1000",
    "12e-1, 1.2",
    "-0.0, 0",
    "0e5, 0",
    "1684444377058000001, 1684444377058000001",
    "-1.5e-3, -0.0015",
    "1e999999999, 1E+999999999",
    "1e-999999999, 1E-999999999"
  })
  void writesTheCanonicalDecimal(String number, String text) {
    assertThat(Decimals.text(new BigDecimal(number))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "443", "-443", "0443", "443.0", "-0.5", "1684444377058000001"})
  void readsDigitsWithAMinusAndAPoint(String text) {
    assertThat(Decimals.parse(text)).isEqualTo(new BigDecimal(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "-", ".", "1.", ".5", "-.5", "+1", "1e3", "0x1f", " 1", "1 ", "1,5", "1.2.3", "\u0661",
        "NaN", "--1"
      })
  void readsNothingElse(String text) {
    assertThat(Decimals.parse(text)).isNull();
  }

  @Test
  void leavesTextsAloneThatWouldTakeLongToRead() {
    assertThat(Decimals.parse("1".repeat(1_000))).isNotNull();
    assertThat(Decimals.parse("1".repeat(1_001))).isNull();
  }

  @Test
  void takesAnyOfJavasNumbersThatIsFinite() {
    assertThat(Decimals.of(7L)).isEqualByComparingTo("7");
    assertThat(Decimals.of(7)).isEqualByComparingTo("7");
    assertThat(Decimals.of(0.1)).isEqualByComparingTo("0.1");
    assertThat(Decimals.of(BigInteger.TWO.pow(70))).isEqualByComparingTo("1180591620717411303424");
    assertThat(Decimals.of(Double.NaN)).isNull();
    assertThat(Decimals.of(Float.POSITIVE_INFINITY)).isNull();
  }
}
