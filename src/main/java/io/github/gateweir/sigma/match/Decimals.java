package io.github.gateweir.sigma.match;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Numbers as decimal text and back, without loss. */
public final class Decimals {

  /** Longer numbers are left alone, since reading them takes quadratic time. */
  private static final int MAX_DIGITS = 1_000;

  private Decimals() {}

  /**
   * The canonical decimal: no exponent, no needless zeros, no minus before zero. With an exponent
   * only where the number would otherwise have more than a thousand digits.
   */
  public static String text(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    boolean isLong = stripped.precision() + Math.abs((long) stripped.scale()) > MAX_DIGITS;
    return isLong ? stripped.toString() : stripped.toPlainString();
  }

  /** Any of Java's numbers; null for one that is not finite. */
  public static @Nullable BigDecimal of(Number number) {
    if (number instanceof BigDecimal decimal) {
      return decimal;
    }
    if (number instanceof Long || number instanceof Integer) {
      return BigDecimal.valueOf(number.longValue());
    }
    if (number instanceof BigInteger integer) {
      return new BigDecimal(integer);
    }
    return Double.isFinite(number.doubleValue()) ? new BigDecimal(number.toString()) : null;
  }

  /**
   * The number that a text spells: digits, perhaps a minus before them, perhaps a point and digits
   * behind them. Null when it spells none.
   */
  public static @Nullable BigDecimal parse(String text) {
    return isDecimal(text) ? new BigDecimal(text) : null;
  }

  private static boolean isDecimal(String text) {
    if (text.isEmpty() || text.length() > MAX_DIGITS) {
      return false;
    }
    int start = text.charAt(0) == '-' ? 1 : 0;
    int point = digitsEnd(text, start);
    if (point == start || point == text.length()) {
      return point > start;
    }
    int end = digitsEnd(text, point + 1);
    return text.charAt(point) == '.' && end > point + 1 && end == text.length();
  }

  private static int digitsEnd(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    return i;
  }
}
