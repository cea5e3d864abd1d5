package io.github.gateweir.sigma.compile;

import io.github.gateweir.sigma.match.ValueCheck.Unit;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalField;
import org.jspecify.annotations.Nullable;

/** Times as ISO 8601 writes them: a date, a time, perhaps an offset. */
final class Timestamps {

  private static final int SHORTEST = "2026-01-01T00:00".length();
  private static final int LONGEST = 40;

  private static final DateTimeFormatter FORMAT =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendLiteral('T')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffset("+HH:mm", "Z")
          .toFormatter(java.util.Locale.ROOT);

  private Timestamps() {}

  /** The time in UTC, which also holds where there is no offset; null when the text is no time. */
  static @Nullable OffsetDateTime parse(String text) {
    if (text.length() < SHORTEST || text.length() > LONGEST || text.charAt(4) != '-') {
      return null;
    }
    try {
      TemporalAccessor parsed = FORMAT.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
      return parsed instanceof OffsetDateTime time
          ? time.withOffsetSameInstant(ZoneOffset.UTC)
          : LocalDateTime.from(parsed).atOffset(ZoneOffset.UTC);
    } catch (DateTimeException notATime) {
      return null;
    }
  }

  static TemporalField field(Unit unit) {
    return switch (unit) {
      case MINUTE -> ChronoField.MINUTE_OF_HOUR;
      case HOUR -> ChronoField.HOUR_OF_DAY;
      case DAY -> ChronoField.DAY_OF_MONTH;
      case WEEK -> IsoFields.WEEK_OF_WEEK_BASED_YEAR;
      case MONTH -> ChronoField.MONTH_OF_YEAR;
      case YEAR -> ChronoField.YEAR;
    };
  }
}
