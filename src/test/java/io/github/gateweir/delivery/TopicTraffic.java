package io.github.gateweir.delivery;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.gateweir.generate.GeneratedLine;
import io.github.gateweir.testing.KafkaClient;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Writes lines to a topic that nobody else writes to, in all the ways that there are: a value with
 * one line or several, with and without a line end at the end, with CR LF, empty values and
 * tombstones.
 */
final class TopicTraffic {
  private static final int MOST_LINES = 6;

  private final KafkaClient client;
  private final String topic;
  private final int partitions;
  private final Random random = new Random(11);
  private final Expected expected = new Expected();
  private long values;

  /** Makes the topic. */
  TopicTraffic(KafkaClient client, String topic, int partitions) {
    this.client = client;
    this.topic = topic;
    this.partitions = partitions;
    client.createTopic(topic, partitions);
  }

  /** What must come of all that was written so far. */
  Expected expected() {
    return expected;
  }

  /** Writes all lines, and waits until the broker has them. */
  void write(Iterator<GeneratedLine> lines) throws ExecutionException, InterruptedException {
    write(lines, Integer.MAX_VALUE);
  }

  /**
   * Writes so many values or as many as there are lines for, and waits until the broker has them.
   */
  void write(Iterator<GeneratedLine> lines, int most)
      throws ExecutionException, InterruptedException {
    try (KafkaProducer<byte[], byte[]> producer = client.producer(Map.of())) {
      List<Future<RecordMetadata>> acknowledgements = new ArrayList<>();
      for (int value = 0; value < most && lines.hasNext(); value++) {
        acknowledgements.add(send(producer, value(lines)));
      }
      for (Future<RecordMetadata> acknowledgement : acknowledgements) {
        acknowledgement.get();
      }
    }
  }

  /** Writes one line as one value and returns its place. */
  String write(byte[] line) throws ExecutionException, InterruptedException {
    try (KafkaProducer<byte[], byte[]> producer = client.producer(Map.of())) {
      String place = place(1);
      send(producer, line).get();
      return place;
    }
  }

  /** Partitions take turns, so that the place of every value is known beforehand. */
  private Future<RecordMetadata> send(
      KafkaProducer<byte[], byte[]> producer, byte @Nullable [] value) {
    int partition = Math.toIntExact(values % partitions);
    values++;
    return producer.send(new ProducerRecord<>(topic, partition, null, value));
  }

  private String place(int line) {
    return Output.placeInTopic(
        topic, Math.toIntExact(values % partitions), values / partitions, line);
  }

  private byte @Nullable [] value(Iterator<GeneratedLine> lines) {
    int kind = random.nextInt(20);
    if (kind < 2) {
      expected.addIgnored();
      return kind == 0 ? null : new byte[0];
    }
    return severalLines(lines, kind < 7 ? 2 + random.nextInt(MOST_LINES - 1) : 1);
  }

  private byte[] severalLines(Iterator<GeneratedLine> lines, int most) {
    byte[] lineEnd = (random.nextBoolean() ? "\n" : "\r\n").getBytes(US_ASCII);
    ByteArrayOutputStream value = new ByteArrayOutputStream();
    int number = 0;
    boolean blank;
    do {
      if (number > 0) {
        value.writeBytes(lineEnd);
      }
      GeneratedLine line = lines.next();
      expected.add(line, place(++number));
      value.writeBytes(line.bytes());
      blank = line.bytes().length == 0;
    } while (number < most && lines.hasNext());
    // A blank line at the end is one only if it has a line end.
    if (blank || random.nextBoolean()) {
      value.writeBytes(lineEnd);
    }
    return value.toByteArray();
  }
}
