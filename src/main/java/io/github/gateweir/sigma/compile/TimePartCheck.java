package io.github.gateweir.sigma.compile;

import io.github.gateweir.sigma.match.ValueCheck.Unit;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A part of the time that the text spells, in UTC, passes a test. */
record TimePartCheck(Unit unit, ScalarCheck test) implements ScalarCheck {

  @Override
  public int cost() {
    return 50;
  }

  @Override
  public boolean passes(Scalar scalar) {
    Scalar part = part(scalar);
    return part != null && test.passes(part);
  }

  private @Nullable Scalar part(Scalar scalar) {
    OffsetDateTime time = scalar.value() instanceof String text ? Timestamps.parse(text) : null;
    return time == null ? null : Scalar.of((long) time.get(Timestamps.field(unit)));
  }

  @Override
  public String entry(Scalar passed) {
    Scalar part = part(passed);
    String entry = part == null ? "" : test.entry(part);
    return unit.name().toLowerCase(Locale.ROOT) + " " + entry;
  }
}
