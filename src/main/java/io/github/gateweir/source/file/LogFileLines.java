package io.github.gateweir.source.file;

import io.github.gateweir.gateway.Place;
import io.github.gateweir.gateway.RawRecord;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.connector.base.source.reader.RecordsBySplits;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.Path;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one log file, in batches. What is wrong with the file itself (damage, a file that is
 * gone) becomes its last record; what may pass (a storage that does not answer) is thrown.
 */
final class LogFileLines implements Closeable {

  private static final int LINES_PER_BATCH = 1_000;
  private static final int BYTES_PER_BATCH = 512 * 1024;
  private static final int BUFFER = 128 * 1024;

  private final LogFileSplit split;
  private final String origin;
  private final int longest;
  private long line;
  private boolean gzip;
  private boolean ended;
  private @Nullable LineReader reader;

  LogFileLines(LogFileSplit split, int longest) {
    this.longest = longest;
    this.split = split;
    this.origin = LogFiles.origin(new Path(split.path()));
    this.line = split.line();
    this.gzip = split.gzip();
    this.ended = split.givenUp();
  }

  /** Whether the last batch was the file's last. */
  boolean ended() {
    return ended;
  }

  /**
   * Reads on for a batch; it has no lines when so far only a part of a long line was read.
   *
   * @throws IOException when the file's storage fails
   */
  RecordsWithSplitIds<ReadLine> next() throws IOException {
    List<ReadLine> lines = new ArrayList<>();
    try {
      if (!ended) {
        read(lines);
      }
    } catch (UnreadableFileException e) {
      lines.add(giveUp(e));
    } catch (FileNotFoundException | NoSuchFileException | AccessDeniedException e) {
      lines.add(giveUp(UnreadableFileException.notOpened(e)));
    }
    String id = split.splitId();
    return new RecordsBySplits<>(Map.of(id, lines), ended ? Set.of(id) : Set.of());
  }

  @Override
  public void close() throws IOException {
    if (reader != null) {
      reader.close();
    }
  }

  private void read(List<ReadLine> lines) throws IOException {
    if (reader == null) {
      reader = open();
    }
    long batchEnd = reader.offset() + BYTES_PER_BATCH;
    while (!ended && lines.size() < LINES_PER_BATCH && reader.offset() < batchEnd) {
      switch (reader.next()) {
        case LINE -> lines.add(read(reader));
        case UNFINISHED -> {}
        case END -> ended = true;
      }
    }
  }

  private ReadLine read(LineReader from) {
    line++;
    Place place = Place.inFile(origin, line);
    RawRecord raw = new RawRecord(from.line(), from.length(), place, null);
    return new ReadLine(raw, from.offset(), gzip, false);
  }

  private ReadLine giveUp(UnreadableFileException why) {
    ended = true;
    line++;
    byte[] beginning = reader == null ? new byte[0] : reader.beginning();
    long length = reader == null ? 0 : reader.beginningLength();
    long end = reader == null ? split.offset() : reader.offset();
    RawRecord raw = new RawRecord(beginning, length, Place.inFile(origin, line), why.getMessage());
    return new ReadLine(raw, end, gzip, true);
  }

  private LineReader open() throws IOException {
    Path path = new Path(split.path());
    FSDataInputStream file = path.getFileSystem().open(path);
    try {
      return open(path, file);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private LineReader open(Path path, FSDataInputStream file) throws IOException {
    byte[] head = file.readNBytes(2);
    gzip =
        head.length == 2
            && (head[0] & 0xff) == GzipInput.MAGIC_0
            && (head[1] & 0xff) == GzipInput.MAGIC_1;
    if (split.offset() == 0) {
      InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), file);
      return gzip ? gunzip(whole) : new LineReader(whole, BUFFER, 0, 0, longest);
    }
    if (gzip != split.gzip()) {
      throw UnreadableFileException.changed(gzip ? "it is gzip now" : "it is not gzip any more");
    }
    return gzip
        ? gunzip(new SequenceInputStream(new ByteArrayInputStream(head), file))
        : resume(path, file);
  }

  /** A gzip stream cannot be entered in its middle: what was read is uncompressed once more. */
  private LineReader gunzip(InputStream whole) {
    return new LineReader(
        new GzipInput(whole, BUFFER), BUFFER, split.offset(), split.offset(), longest);
  }

  private LineReader resume(Path path, FSDataInputStream file) throws IOException {
    if (path.getFileSystem().getFileStatus(path).getLen() < split.offset()) {
      throw UnreadableFileException.changed("it has become shorter");
    }
    file.seek(split.offset());
    return new LineReader(file, BUFFER, 0, split.offset(), longest);
  }
}
