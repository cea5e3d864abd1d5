package io.github.gateweir.sigma.compile;

import io.github.gateweir.sigma.match.Form;
import org.jspecify.annotations.Nullable;

/** The text of a field lies in that of another, whichever of their values that are. */
record FieldsCondition(int slot, int other, Form form, boolean cased) implements Condition {

  @Override
  public int cost() {
    return 4;
  }

  @Override
  public boolean holds(Reading<?> reading) {
    return first(reading) != null;
  }

  /** The first value of the field that compares so; null when none does. */
  @Nullable Scalar first(Reading<?> reading) {
    FieldValues values = reading.values(slot);
    FieldValues others = reading.values(other);
    for (int i = 0; i < others.count(); i++) {
      TextLiteral literal = new TextLiteral(form, others.get(i).text(cased));
      for (int j = 0; j < values.count(); j++) {
        if (literal.liesIn(values.get(j).text(cased))) {
          return values.get(j);
        }
      }
    }
    return null;
  }
}
