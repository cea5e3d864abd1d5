package io.github.gateweir.source.deadletter;

import io.github.gateweir.gateway.Place;
import io.github.gateweir.gateway.RawRecord;
import io.github.gateweir.source.file.LogLines;
import io.github.gateweir.source.kafka.KafkaRecordReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import org.apache.flink.core.fs.Path;

/**
 * Reads a record where it was read first, because the dead letter holds only its beginning. If it
 * is there no more, or cannot be reached, the result says so.
 */
final class FirstPlace implements AutoCloseable {

  private final HashMap<String, String> consumer;
  private KafkaRecordReader kafka;

  FirstPlace(HashMap<String, String> consumer) {
    this.consumer = consumer;
  }

  /** The record, or one whose fault says why it is not to be had. */
  RawRecord read(Place place, byte[] beginning) {
    try {
      RawRecord record = place.isFile() ? fromFile(place) : fromTopic(place);
      return record == null ? gone(place, beginning, "it is there no more") : record;
    } catch (IOException e) {
      return gone(place, beginning, e.getMessage());
    }
  }

  private static RawRecord fromFile(Place place) throws IOException {
    Path path = new Path(place.origin());
    try (InputStream in = path.getFileSystem().open(path)) {
      return LogLines.read(in, place.origin(), place.position());
    }
  }

  private RawRecord fromTopic(Place place) throws IOException {
    if (consumer.isEmpty()) {
      throw new IOException("the settings name no Kafka brokers");
    }
    if (kafka == null) {
      kafka = new KafkaRecordReader(consumer);
    }
    return kafka.read(place);
  }

  private static RawRecord gone(Place place, byte[] beginning, String why) {
    return RawRecord.faulty(
        beginning,
        place,
        "The dead letter holds only the beginning of the record, and reading it from its place"
            + " failed: "
            + why
            + ".");
  }

  @Override
  public void close() {
    if (kafka != null) {
      kafka.close();
    }
  }
}
