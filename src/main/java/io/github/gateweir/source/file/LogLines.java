package io.github.gateweir.source.file;

import io.github.gateweir.gateway.Place;
import io.github.gateweir.gateway.RawRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The lines of a stream of bytes, plain or gzip, for those who read without Flink. */
public final class LogLines {

  private static final int BUFFER = 128 * 1024;

  private LogLines() {}

  /**
   * Reads to the end of the stream. Damage to a gzip stream becomes the last record.
   *
   * @param origin the name of what is read, for the records' places
   * @throws IOException if the stream cannot be read
   */
  public static void read(InputStream stream, String origin, Consumer<RawRecord> out)
      throws IOException {
    LineReader reader = new LineReader(plain(stream), BUFFER, 0, 0, RawRecord.MAX_LENGTH);
    long line = 0;
    try {
      for (LineReader.Step step = reader.next();
          step != LineReader.Step.END;
          step = reader.next()) {
        if (step == LineReader.Step.LINE) {
          Place place = Place.inFile(origin, ++line);
          out.accept(new RawRecord(reader.line(), reader.length(), place, null));
        }
      }
    } catch (UnreadableFileException e) {
      Place place = Place.inFile(origin, line + 1);
      out.accept(
          new RawRecord(reader.beginning(), reader.beginningLength(), place, e.getMessage()));
    }
  }

  /**
   * Reads one line.
   *
   * @param number the number of the line, counted from 1
   * @return null if the stream has no such line
   */
  public static @Nullable RawRecord read(InputStream stream, String origin, long number)
      throws IOException {
    LineReader reader = new LineReader(plain(stream), BUFFER, 0, 0, RawRecord.MAX_LENGTH);
    long line = 0;
    LineReader.Step step = reader.next();
    while (step != LineReader.Step.END) {
      if (step == LineReader.Step.LINE && ++line == number) {
        return new RawRecord(reader.line(), reader.length(), Place.inFile(origin, line), null);
      }
      step = reader.next();
    }
    return null;
  }

  private static InputStream plain(InputStream stream) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(stream, BUFFER);
    buffered.mark(2);
    boolean gzip = buffered.read() == GzipInput.MAGIC_0 && buffered.read() == GzipInput.MAGIC_1;
    buffered.reset();
    return gzip ? new GzipInput(buffered, BUFFER) : buffered;
  }
}
