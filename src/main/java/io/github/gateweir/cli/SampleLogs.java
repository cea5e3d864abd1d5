package io.github.gateweir.cli;

import io.github.gateweir.generate.Detection;
import io.github.gateweir.generate.Generator;
import io.github.gateweir.generate.GeneratorSettings;
import io.github.gateweir.generate.Timestamps;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.OptionalLong;
import java.util.zip.GZIPOutputStream;

/**
 * The logs of the demo, laid out as Logpush lays out a bucket: a few hours of a company's traffic,
 * the same each time, and three records as a vendor documents them.
 */
final class SampleLogs {

  /** How many generated records there are. */
  static final int RECORDS = 50_000;

  private static final int FILES = 5;
  private static final double FAULTY_PERCENT = 2;
  private static final long SEED = 2026;

  private SampleLogs() {}

  /** Writes the logs into an empty folder. */
  static void write(Path folder) throws IOException {
    Generator lines = new Generator(settings());
    Path day = Files.createDirectories(folder.resolve("20260101"));
    for (int file = 0; file < FILES; file++) {
      String name = "20260101T%02d0000Z_20260101T%02d0000Z_demo.log.gz".formatted(file, file + 1);
      try (OutputStream out =
          new GZIPOutputStream(
              new BufferedOutputStream(Files.newOutputStream(day.resolve(name))), 1 << 16)) {
        for (int i = 0; i < RECORDS / FILES && lines.hasNext(); i++) {
          out.write(lines.next().bytes());
          out.write('\n');
        }
      }
    }
    try (InputStream samples =
        SampleLogs.class.getResourceAsStream("/io/github/gateweir/demo/reference-samples.ndjson")) {
      Files.copy(samples, folder.resolve("reference-samples.ndjson"));
    }
  }

  private static GeneratorSettings settings() {
    return new GeneratorSettings(
        RECORDS,
        OptionalLong.empty(),
        SEED,
        EnumSet.allOf(Detection.class),
        Timestamps.RFC3339MS,
        GeneratorSettings.DEFAULT_START,
        FAULTY_PERCENT);
  }
}
