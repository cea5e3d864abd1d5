package io.github.gateweir.gateway;

import org.jspecify.annotations.Nullable;

/**
 * One line as it was read, without its line end, and its place. Nobody changes the bytes: they
 * travel through the whole job.
 *
 * @param line the bytes of the line, at most {@link #MAX_LENGTH} of them; null for a Kafka record
 *     without a value (a tombstone)
 * @param length how many bytes the line has in its source: more than {@code line} holds when the
 *     line is longer than the limit
 * @param place where it was read
 * @param fault what went wrong while it was read (a corrupt gzip stream, a file that is gone), a
 *     sentence; {@code line} then holds what was read before. Null for a line that was read whole
 */
public record RawRecord(byte @Nullable [] line, long length, Place place, @Nullable String fault) {

  /** The longest line that is read, in bytes: 256 KiB. Of a longer one this much is kept. */
  public static final int MAX_LENGTH = 256 * 1024;

  /** A line that was read whole. */
  public static RawRecord of(byte[] line, Place place) {
    return new RawRecord(line, line.length, place, null);
  }

  /** A line of which only the first {@link #MAX_LENGTH} bytes were kept. */
  public static RawRecord cut(byte[] head, long length, Place place) {
    return new RawRecord(head, length, place, null);
  }

  /** A Kafka record without a value. */
  public static RawRecord tombstone(Place place) {
    return new RawRecord(null, 0, place, null);
  }

  /** What was read of a line before reading failed. */
  public static RawRecord faulty(byte[] read, Place place, String fault) {
    return new RawRecord(read, read.length, place, fault);
  }
}
