package io.github.gateweir.sigma.match;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers in their canonical form: no exponent, no zeros that say nothing, exact. */
public final class Decimals {

  private static final Pattern DECIMAL = Pattern.compile("[-+]?\\d{1,400}(\\.\\d{1,400})?");

  private Decimals() {}

  /** The number that a text spells; null when it spells none. */
  public static @Nullable BigDecimal parse(String text) {
    return mayBeNumber(text) && DECIMAL.matcher(text).matches()
        ? canonical(new BigDecimal(text))
        : null;
  }

  private static boolean mayBeNumber(String text) {
    if (text.isEmpty()) {
      return false;
    }
    char last = text.charAt(text.length() - 1);
    return last >= '0' && last <= '9';
  }

  /** The same number in the form that equals the same number's. */
  public static BigDecimal canonical(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.signum() == 0 ? BigDecimal.ZERO : stripped;
  }

  /** How the number is spelled. */
  public static String text(BigDecimal number) {
    return canonical(number).toPlainString();
  }
}
