package io.github.gateweir.sigma.rule;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an unquoted value is by YAML 1.2's core schema: null, a boolean, a number or a text. */
final class PlainScalar {

  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
  private static final Set<String> BOOLEANS =
      Set.of("true", "True", "TRUE", "false", "False", "FALSE");
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?");
  private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]+");
  private static final Pattern OCTAL = Pattern.compile("0o[0-7]+");

  /** Longer ones are texts: no record holds such numbers. */
  private static final int MAX_DIGITS = 400;

  private PlainScalar() {}

  static boolean isNull(Node node) {
    return node instanceof Node.Scalar scalar && scalar.plain() && NULLS.contains(scalar.text());
  }

  static boolean isBoolean(Node.Scalar scalar) {
    return scalar.plain() && BOOLEANS.contains(scalar.text());
  }

  /** The number; null when the value is none. */
  static @Nullable BigDecimal number(Node.Scalar scalar) {
    if (!scalar.plain()) {
      return null;
    }
    String text = scalar.text();
    if (HEXADECIMAL.matcher(text).matches() && text.length() < MAX_DIGITS) {
      return new BigDecimal(new BigInteger(text.substring(2), 16));
    }
    if (OCTAL.matcher(text).matches() && text.length() < MAX_DIGITS) {
      return new BigDecimal(new BigInteger(text.substring(2), 8));
    }
    return decimal(text);
  }

  /** The number that a text spells; null when it spells none. */
  static @Nullable BigDecimal decimal(String text) {
    return text.length() < MAX_DIGITS && DECIMAL.matcher(text).matches()
        ? new BigDecimal(text)
        : null;
  }

  /** The value's text: a number's is its canonical decimal, a boolean's true or false. */
  static String text(Node.Scalar scalar) {
    BigDecimal number = number(scalar);
    if (number != null) {
      return canonical(number);
    }
    return isBoolean(scalar) ? scalar.text().toLowerCase(Locale.ROOT) : scalar.text();
  }

  private static String canonical(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** A plain Java value: a String, BigDecimal, Long, Boolean; null for YAML's null. */
  static @Nullable Object java(Node.Scalar scalar) {
    if (isNull(scalar)) {
      return null;
    }
    if (isBoolean(scalar)) {
      return Boolean.valueOf(scalar.text());
    }
    BigDecimal number = number(scalar);
    if (number == null) {
      return scalar.text();
    }
    return number.scale() <= 0 && number.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0
        ? (Object) number.longValueExact()
        : number;
  }
}
