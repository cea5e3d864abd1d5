package io.github.gateweir.delivery;

import io.github.gateweir.generate.GeneratedLine;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.zip.GZIPOutputStream;

/** Log files as Logpush leaves them, every other one compressed. */
final class LogFolder {

  private LogFolder() {}

  /** Writes all lines to files of so many lines each, and tells what must come of them. */
  static Expected write(Path folder, Iterator<GeneratedLine> lines, int linesPerFile)
      throws IOException {
    Expected expected = new Expected();
    write(folder, lines, linesPerFile, expected);
    return expected;
  }

  /** Writes all lines to files of so many lines each, and takes in what must come of them. */
  static void write(Path folder, Iterator<GeneratedLine> lines, int linesPerFile, Expected expected)
      throws IOException {
    Files.createDirectories(folder);
    for (int number = 0; lines.hasNext(); number++) {
      String name = "20250101T%06dZ.log".formatted(number) + (number % 2 == 0 ? "" : ".gz");
      writeFile(folder.resolve(name), lines, linesPerFile, expected);
    }
  }

  private static void writeFile(
      Path file, Iterator<GeneratedLine> lines, int most, Expected expected) throws IOException {
    try (OutputStream out = open(file)) {
      for (int line = 1; line <= most && lines.hasNext(); line++) {
        GeneratedLine next = lines.next();
        expected.add(next, Output.placeInFile(file, line));
        out.write(next.bytes());
        out.write('\n');
      }
    }
  }

  private static OutputStream open(Path file) throws IOException {
    OutputStream out = Files.newOutputStream(file);
    return new BufferedOutputStream(
        file.toString().endsWith(".gz") ? new GZIPOutputStream(out) : out);
  }
}
