package io.github.gateweir.source.kafka;

import io.github.gateweir.gateway.Place;
import io.github.gateweir.gateway.RawRecord;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads single records of Kafka topics by their place. */
public final class KafkaRecordReader implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final RawRecordDeserializer deserializer = new RawRecordDeserializer();

  /** A reader with these properties for its consumer, {@code bootstrap.servers} among them. */
  public KafkaRecordReader(Map<String, String> properties) {
    Map<String, Object> all = new HashMap<>(properties);
    all.put("enable.auto.commit", "false");
    all.put("auto.offset.reset", "none");
    all.put("max.poll.records", "1");
    consumer = new KafkaConsumer<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /**
   * The record at a place, or null if the topic does not have it any more.
   *
   * @throws IOException if Kafka does not answer
   */
  public @Nullable RawRecord read(Place place) throws IOException {
    TopicPartition partition = new TopicPartition(place.origin(), place.partition());
    try {
      consumer.assign(List.of(partition));
      if (consumer.beginningOffsets(List.of(partition), PATIENCE).get(partition) > place.position()
          || consumer.endOffsets(List.of(partition), PATIENCE).get(partition) <= place.position()) {
        return null;
      }
      consumer.seek(partition, place.position());
      for (ConsumerRecord<byte[], byte[]> message : consumer.poll(PATIENCE)) {
        return message.offset() == place.position() ? line(message, place.line()) : null;
      }
      throw new IOException("Kafka gave no record within " + PATIENCE.toSeconds() + " s");
    } catch (KafkaException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private @Nullable RawRecord line(ConsumerRecord<byte[], byte[]> message, int line) {
    List<RawRecord> lines = new ArrayList<>();
    deserializer.deserialize(message, new ListCollector(lines));
    return line <= lines.size() ? lines.get(line - 1) : null;
  }

  @Override
  public void close() {
    consumer.close();
  }

  private record ListCollector(List<RawRecord> lines) implements Collector<RawRecord> {

    @Override
    public void collect(RawRecord raw) {
      lines.add(raw);
    }

    @Override
    public void close() {}
  }
}
