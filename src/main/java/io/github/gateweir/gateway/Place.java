package io.github.gateweir.gateway;

/**
 * Where a record was read: a line of a file, or a line of the value of a Kafka record. It goes into
 * every dead letter, so that a person or {@code replay} finds the original again.
 *
 * @param origin the file's path, the Kafka topic, or {@code -} for standard input
 * @param partition the Kafka partition, or {@link #FILE} for a file
 * @param position the Kafka offset; for a file the number of the line, counted from 1
 * @param line the line within the Kafka record's value, counted from 1; for a file always 1
 */
public record Place(String origin, int partition, long position, int line) {

  /** The partition of a place in a file. */
  public static final int FILE = -1;

  /** No place: of what was not read but follows from several records. */
  public static final Place NOWHERE = new Place("", FILE, 0, 0);

  /** A line of a file, counted from 1. */
  public static Place inFile(String path, long line) {
    return new Place(path, FILE, line, 1);
  }

  /** A line of a Kafka record's value, counted from 1. */
  public static Place inTopic(String topic, int partition, long offset, int line) {
    return new Place(topic, partition, offset, line);
  }

  /** Whether this is a line of a file and not of a Kafka record. */
  public boolean isFile() {
    return partition == FILE;
  }
}
