package io.github.gateweir.source.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The lines of a stream of bytes. A line ends with \n or \r\n or with the stream; what it ends with
 * is not part of it. Of a line longer than a limit only that much is held, so that memory stays
 * bounded whatever the input.
 */
final class LineReader implements Closeable {

  /** What a call of {@link #next} came to. */
  enum Step {
    /** There is a line: see {@link #line} and {@link #length}. */
    LINE,
    /** More bytes were read, no line is complete yet: call again. */
    UNFINISHED,
    /** The stream is at its end. */
    END
  }

  private static final byte[] NOTHING = {};

  private final InputStream stream;
  private final byte[] buffer;
  private final int longest;
  private int position;
  private int limit;

  /** Bytes still to be passed over before the first line. */
  private long toSkip;

  /** Bytes of the stream before {@code position}. */
  private long offset;

  /** The beginning of a line whose end is not in the buffer: {@code kept} of its {@code begun}. */
  private byte[] head = NOTHING;

  private int kept;
  private long begun;
  private boolean carriageReturn;

  private byte[] line = NOTHING;
  private long length;

  /**
   * Reads a stream from its beginning.
   *
   * @param toSkip how many of its bytes are passed over; the first line begins after them
   * @param offset where the first line begins in the file, in uncompressed bytes
   * @param longest how many bytes of a line are kept
   */
  LineReader(InputStream stream, int bufferSize, long toSkip, long offset, int longest) {
    this.stream = stream;
    this.buffer = new byte[bufferSize];
    this.toSkip = toSkip;
    this.offset = offset - toSkip;
    this.longest = longest;
  }

  /** Goes on to the next line; reads from the stream at most once. */
  Step next() throws IOException {
    if (position == limit && !fill()) {
      return atEnd();
    }
    if (toSkip > 0) {
      skip();
      return Step.UNFINISHED;
    }
    int feed = LineFeeds.indexOf(buffer, position, limit);
    if (feed < 0) {
      keep(limit);
      return Step.UNFINISHED;
    }
    finish(feed);
    return Step.LINE;
  }

  /** The bytes of the line, at most the limit. */
  byte[] line() {
    return line;
  }

  /** How many bytes the line has. */
  long length() {
    return length;
  }

  /** How many uncompressed bytes of the file have been passed, line ends and beginnings too. */
  long offset() {
    return offset;
  }

  /** What has been read of the line whose end was not reached. */
  byte[] beginning() {
    return Arrays.copyOf(head, kept);
  }

  /** How many bytes have been read of the line whose end was not reached. */
  long beginningLength() {
    return begun;
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = 0;
    int read = stream.read(buffer, 0, buffer.length);
    if (read < 0) {
      return false;
    }
    limit = read;
    return true;
  }

  private Step atEnd() throws IOException {
    if (toSkip > 0) {
      throw UnreadableFileException.changed("it has become shorter");
    }
    if (begun == 0) {
      return Step.END;
    }
    take(begun);
    return Step.LINE;
  }

  private void skip() {
    int skipped = (int) Math.min(toSkip, limit - position);
    position += skipped;
    offset += skipped;
    toSkip -= skipped;
  }

  /** Sets the bytes before {@code end} aside as the beginning of a line. */
  private void keep(int end) {
    int size = end - position;
    int room = Math.min(size, longest - kept);
    if (kept + room > head.length) {
      head = Arrays.copyOf(head, Math.min(longest, 2 * (kept + room)));
    }
    System.arraycopy(buffer, position, head, kept, room);
    kept += room;
    begun += size;
    carriageReturn = size > 0 ? buffer[end - 1] == '\r' : carriageReturn;
    position = end;
    offset += size;
  }

  private void finish(int feed) {
    if (begun == 0 && feed - position <= longest) {
      cutOut(feed);
    } else {
      keep(feed);
      take(carriageReturn ? begun - 1 : begun);
    }
    position = feed + 1;
    offset++;
  }

  /** The usual case: the whole line is in the buffer. */
  private void cutOut(int feed) {
    int end = feed > position && buffer[feed - 1] == '\r' ? feed - 1 : feed;
    line = Arrays.copyOfRange(buffer, position, end);
    length = line.length;
    offset += feed - position;
  }

  /** Makes what was set aside the line. */
  private void take(long lineLength) {
    length = lineLength;
    line = Arrays.copyOf(head, (int) Math.min(kept, lineLength));
    kept = 0;
    begun = 0;
    if (head.length > buffer.length) {
      // One overlong line must not hold its memory for the rest of the file.
      head = NOTHING;
    }
  }
}
