package io.github.gateweir.cli;

import io.github.gateweir.generate.RecordOutput;
import java.io.IOException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Writes lines to a Kafka topic. A line that the brokers refuse fails the next call. */
final class TopicOutput implements RecordOutput {

  private final String topic;
  private final Producer<String, byte[]> producer;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  TopicOutput(String topic, Producer<String, byte[]> producer) {
    this.topic = topic;
    this.producer = producer;
  }

  @Override
  public void write(byte[] line, @Nullable String key) throws IOException {
    check();
    try {
      // The callback hears of failures; the future would say the same.
      Future<RecordMetadata> unused =
          producer.send(
              new ProducerRecord<>(topic, key, line),
              (metadata, exception) -> failure.compareAndSet(null, exception));
    } catch (KafkaException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public void flush() throws IOException {
    producer.flush();
    check();
  }

  @Override
  public void close() throws IOException {
    producer.flush();
    producer.close();
    check();
  }

  private void check() throws IOException {
    Exception exception = failure.get();
    if (exception != null) {
      throw new IOException(exception.getMessage(), exception);
    }
  }
}
