package io.github.gateweir.source.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The uncompressed bytes of a gzip file (RFC 1952) of one or more members; zeros after the last one
 * are passed over. Unlike java.util.zip.GZIPInputStream it does not ask {@link
 * InputStream#available} whether a further member follows (object stores answer 0 there, and the
 * rest would be lost), takes other bytes after a member for what they are, damage, and says how far
 * it came. Whatever could be uncompressed before the damage is given out first.
 */
final class GzipInput extends InputStream {

  static final int MAGIC_0 = 0x1f;
  static final int MAGIC_1 = 0x8b;

  private static final int DEFLATE = 8;
  private static final int HEADER_CHECKSUM = 1 << 1;
  private static final int EXTRA = 1 << 2;
  private static final int NAME = 1 << 3;
  private static final int COMMENT = 1 << 4;

  private final InputStream compressed;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private final byte[] input;
  private int position;
  private int limit;

  /** Bytes of the file before {@code input[0]}. */
  private long before;

  private long uncompressed;
  private boolean inMember;
  private UnreadableFileException damage;

  GzipInput(InputStream compressed, int bufferSize) {
    this.compressed = compressed;
    this.input = new byte[bufferSize];
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int start, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (inMember || beginMember()) {
      int read = inflate(bytes, start, length);
      if (read > 0) {
        checksum.update(bytes, start, read);
        uncompressed += read;
        return read;
      }
      endMember();
    }
    return -1;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    compressed.close();
  }

  /** The next bytes of the member, 0 at its end. */
  private int inflate(byte[] bytes, int start, int length) throws IOException {
    if (damage != null) {
      throw damage;
    }
    int read = inflateOnce(bytes, start, length);
    while (read == 0 && !inflater.finished()) {
      feed();
      read = inflateOnce(bytes, start, length);
    }
    return read;
  }

  private int inflateOnce(byte[] bytes, int start, int length) throws IOException {
    long writtenBefore = inflater.getBytesWritten();
    try {
      return inflater.inflate(bytes, start, length);
    } catch (DataFormatException e) {
      position = limit - inflater.getRemaining();
      int written = (int) (inflater.getBytesWritten() - writtenBefore);
      uncompressed += written;
      UnreadableFileException exception = broken(String.valueOf(e.getMessage()));
      uncompressed -= written;
      if (written == 0) {
        throw exception;
      }
      damage = exception;
      return written;
    }
  }

  private void feed() throws IOException {
    position = limit;
    if (!fill()) {
      throw broken("the file ends in the middle of it");
    }
    inflater.setInput(input, 0, limit);
  }

  /** Reads a member's header; false when the file ends before it. */
  private boolean beginMember() throws IOException {
    int first = nextOrEnd();
    if (first == 0) {
      return passPadding();
    }
    if (first < 0) {
      return false;
    }
    if (first != MAGIC_0 || next() != MAGIC_1) {
      throw broken("what follows is not gzip");
    }
    passHeader();
    inflater.reset();
    inflater.setInput(input, position, limit - position);
    checksum.reset();
    inMember = true;
    return true;
  }

  private boolean passPadding() throws IOException {
    int padding = 0;
    while (padding == 0) {
      padding = nextOrEnd();
    }
    if (padding > 0) {
      throw broken("what follows the zeros at its end is not gzip");
    }
    return false;
  }

  /** What is in a header is of no use here; its own checksum is passed over too. */
  private void passHeader() throws IOException {
    if (next() != DEFLATE) {
      throw broken("its compression method is unknown");
    }
    int flags = next();
    pass(6);
    if ((flags & EXTRA) != 0) {
      pass((int) number(2));
    }
    if ((flags & NAME) != 0) {
      passText();
    }
    if ((flags & COMMENT) != 0) {
      passText();
    }
    if ((flags & HEADER_CHECKSUM) != 0) {
      pass(2);
    }
  }

  private void endMember() throws IOException {
    position = limit - inflater.getRemaining();
    if (number(4) != checksum.getValue()) {
      throw broken("the checksum of its data is wrong");
    }
    if (number(4) != (inflater.getBytesWritten() & 0xffffffffL)) {
      throw broken("the length of its data is wrong");
    }
    inMember = false;
  }

  private void pass(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      next();
    }
  }

  private void passText() throws IOException {
    int last = next();
    while (last != 0) {
      last = next();
    }
  }

  /** An unsigned number, the lowest byte first. */
  private long number(int bytes) throws IOException {
    long number = 0;
    for (int i = 0; i < bytes; i++) {
      number |= (long) next() << (8 * i);
    }
    return number;
  }

  private int next() throws IOException {
    int next = nextOrEnd();
    if (next < 0) {
      throw broken("the file ends in the middle of it");
    }
    return next;
  }

  private int nextOrEnd() throws IOException {
    if (position == limit && !fill()) {
      return -1;
    }
    return input[position++] & 0xff;
  }

  private boolean fill() throws IOException {
    before += limit;
    position = 0;
    limit = 0;
    int read = compressed.read(input, 0, input.length);
    if (read < 0) {
      return false;
    }
    limit = read;
    return true;
  }

  private UnreadableFileException broken(String what) {
    return UnreadableFileException.gzip(what, before + position, uncompressed);
  }
}
