package io.github.gateweir.generate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How {@code Datetime} is written: Logpush's {@code timestamp_format}. */
public enum Timestamps {
  /** Whole seconds, such as {@code "2026-01-01T00:00:00Z"}. */
  RFC3339,
  /** With three digits of the second's fraction. */
  RFC3339MS,
  /** With nine digits of the second's fraction. */
  RFC3339NS,
  /** Seconds since 1970, a number. */
  UNIX,
  /** Nanoseconds since 1970, a number. */
  UNIXNANO;

  /** The name that Logpush gives the format. */
  public String formatName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format of a name, if there is one. */
  public static Optional<Timestamps> named(String formatName) {
    return Arrays.stream(values()).filter(t -> t.formatName().equals(formatName)).findFirst();
  }
}
