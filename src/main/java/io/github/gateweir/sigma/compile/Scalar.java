package io.github.gateweir.sigma.compile;

import io.github.gateweir.sigma.match.Address;
import io.github.gateweir.sigma.match.Decimals;
import io.github.gateweir.sigma.match.Fold;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A string, number or boolean of an event, with what tests ask of it made once. */
final class Scalar {

  private final String text;
  private @Nullable String folded;
  private @Nullable BigDecimal number;
  private @Nullable Address address;
  private boolean knowsNumber;
  private boolean knowsAddress;

  private Scalar(String text, @Nullable BigDecimal number) {
    this.text = text;
    this.number = number;
    knowsNumber = number != null;
  }

  /** A value of an event that is neither null nor a list nor an object. */
  static Scalar of(Object value) {
    if (value instanceof Long number) {
      return new Scalar(number.toString(), Decimals.canonical(BigDecimal.valueOf(number)));
    }
    if (value instanceof BigDecimal number) {
      return new Scalar(Decimals.text(number), Decimals.canonical(number));
    }
    return new Scalar(value.toString(), null);
  }

  String text() {
    return text;
  }

  String folded() {
    if (folded == null) {
      folded = Fold.fold(text);
    }
    return folded;
  }

  String text(boolean cased) {
    return cased ? text : folded();
  }

  /** The number that it is or spells, in canonical form. */
  @Nullable BigDecimal number() {
    if (!knowsNumber) {
      number = Decimals.parse(text);
      knowsNumber = true;
    }
    return number;
  }

  @Nullable Address address() {
    if (!knowsAddress) {
      address = Address.parse(text);
      knowsAddress = true;
    }
    return address;
  }
}
