package io.github.gateweir.generate;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of the command's options. */
final class OptionConverters {
  private OptionConverters() {}

  static final class ForRate implements ITypeConverter<Rate> {
    @Override
    public Rate convert(String text) {
      try {
        return Rate.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  static final class ForAttacks implements ITypeConverter<AttackChoice> {
    @Override
    public AttackChoice convert(String text) {
      try {
        return AttackChoice.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  static final class ForTimestamps implements ITypeConverter<Timestamps> {
    @Override
    public Timestamps convert(String text) {
      return Timestamps.named(text)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "there is no format '" + text + "'; choose one of " + formats()));
    }

    private static String formats() {
      return Arrays.stream(Timestamps.values())
          .map(Timestamps::formatName)
          .collect(Collectors.joining(", "));
    }
  }

  static final class ForInstant implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
      try {
        return Instant.parse(text);
      } catch (DateTimeParseException e) {
        throw new TypeConversionException(
            "'" + text + "' is not a time such as 2026-01-01T00:00:00Z");
      }
    }
  }

  /** The rules' names, for the help. */
  static final class RuleNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(Detection.values()).map(Detection::ruleName).iterator();
    }
  }
}
