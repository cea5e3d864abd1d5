package io.github.gateweir.sigma.compile;

import io.github.gateweir.sigma.match.ValueTest.Unit;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import org.jspecify.annotations.Nullable;

/** Takes a time apart, in UTC; weeks are ISO 8601's. */
final class TimeParts {

  private TimeParts() {}

  /** A part of the time that a text spells, such as 2026-01-31T06:00:00Z; null if it spells none. */
  static @Nullable Scalar of(String text, Unit unit) {
    try {
      OffsetDateTime time = OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
      return Scalar.of((long) part(time, unit));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static int part(OffsetDateTime time, Unit unit) {
    return switch (unit) {
      case MINUTE -> time.getMinute();
      case HOUR -> time.getHour();
      case DAY -> time.getDayOfMonth();
      case WEEK -> time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
      case MONTH -> time.getMonthValue();
      case YEAR -> time.get(ChronoField.YEAR);
    };
  }
}
