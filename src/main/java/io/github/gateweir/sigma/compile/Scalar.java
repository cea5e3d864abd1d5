package io.github.gateweir.sigma.compile;

import io.github.gateweir.sigma.match.AddressReader;
import io.github.gateweir.sigma.match.Decimals;
import io.github.gateweir.sigma.match.Folding;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A string, number or boolean of an event, and what tests make of it, each made once. It is used
 * for one value after the other, by one thread.
 */
final class Scalar {

  private enum Parse {
    NOT_YET,
    NONE,
    DONE
  }

  private Object value = "";
  private @Nullable String text;
  private @Nullable String folded;
  private @Nullable BigDecimal number;
  private Parse numberParse = Parse.NOT_YET;
  private Parse addressParse = Parse.NOT_YET;
  private @Nullable AddressReader address;

  static Scalar of(Object value) {
    Scalar scalar = new Scalar();
    scalar.set(value);
    return scalar;
  }

  void set(Object newValue) {
    value = newValue;
    text = newValue instanceof String string ? string : null;
    folded = null;
    number = null;
    numberParse = Parse.NOT_YET;
    addressParse = Parse.NOT_YET;
  }

  /** The value as the event has it. */
  Object value() {
    return value;
  }

  /** The value as text: of a number, its canonical decimal. */
  String text() {
    String known = text;
    if (known == null) {
      known = toText();
      text = known;
    }
    return known;
  }

  private String toText() {
    BigDecimal decimal = value instanceof Long ? null : number();
    return decimal == null ? value.toString() : Decimals.text(decimal);
  }

  /** The text, case-folded. */
  String folded() {
    String known = folded;
    if (known == null) {
      known = Folding.fold(text());
      folded = known;
    }
    return known;
  }

  /** The text, case-folded or not. */
  String text(boolean cased) {
    return cased ? text() : folded();
  }

  /** The number that it is or spells; null when it is none. */
  @Nullable BigDecimal number() {
    if (numberParse == Parse.NOT_YET) {
      number = toNumber();
      numberParse = Parse.DONE;
    }
    return number;
  }

  private @Nullable BigDecimal toNumber() {
    if (value instanceof String string) {
      return Decimals.parse(string);
    }
    return value instanceof Number any ? Decimals.of(any) : null;
  }

  /** The address that it spells; null when it is none. */
  @Nullable AddressReader address() {
    if (addressParse == Parse.NOT_YET) {
      addressParse = readAddress() ? Parse.DONE : Parse.NONE;
    }
    return addressParse == Parse.DONE ? address : null;
  }

  private boolean readAddress() {
    AddressReader reader = address;
    if (reader == null) {
      reader = new AddressReader();
      address = reader;
    }
    return value instanceof String string && reader.read(string);
  }
}
