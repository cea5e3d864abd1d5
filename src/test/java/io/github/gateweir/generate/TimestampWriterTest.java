package io.github.gateweir.generate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimestampWriterTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "rfc3339,\"2026-01-01T23:59:59Z\"",
        "rfc3339ms,\"2026-01-01T23:59:59.004Z\"",
        "rfc3339ns,\"2026-01-01T23:59:59.004005006Z\"",
        "unix,1767311999",
        "unixnano,1767311999004005006"
      })
  void writesTheFormatsOfLogpush(String format, String expected) {
    TimestampWriter writer = new TimestampWriter(Timestamps.named(format).orElseThrow());
    assertThat(write(writer, 1_767_311_999_004_005_006L)).isEqualTo(expected);
  }

  @Test
  void followsTheDateWhenTheDayChanges() {
    TimestampWriter writer = new TimestampWriter(Timestamps.RFC3339);
    assertThat(write(writer, 1_767_311_999_000_000_000L)).isEqualTo("\"2026-01-01T23:59:59Z\"");
    assertThat(write(writer, 1_767_312_000_000_000_000L)).isEqualTo("\"2026-01-02T00:00:00Z\"");
  }

  private static String write(TimestampWriter writer, long epochNanos) {
    LineBuffer line = new LineBuffer();
    writer.write(line, epochNanos);
    return GeneratedLog.text(line.toBytes());
  }
}
