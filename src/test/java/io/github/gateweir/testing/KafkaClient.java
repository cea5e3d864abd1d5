package io.github.gateweir.testing;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What tests write to and read from a {@link KafkaServer}: keys and values are bytes. */
public final class KafkaClient {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final String bootstrapServers;

  KafkaClient(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  /**
   * Makes a topic and waits until the broker serves all of its partitions; fails if it exists. A
   * producer that came before that could have its second batch accepted and its first one never.
   */
  public void createTopic(String topic, int partitions) {
    try (Admin admin = Admin.create(settings())) {
      admin
          .createTopics(List.of(new NewTopic(topic, partitions, (short) 1)))
          .all()
          .toCompletionStage()
          .toCompletableFuture()
          .orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS)
          .join();
      await("the partitions of " + topic)
          .atMost(LIMIT)
          .pollDelay(Duration.ZERO)
          // The broker that does not know the topic yet says so.
          .ignoreExceptions()
          .until(() -> ends(admin, topic, partitions) == partitions);
    }
  }

  /** How many partitions tell where they end, which only those do that can be written. */
  private static int ends(Admin admin, String topic, int partitions)
      throws ExecutionException, InterruptedException, TimeoutException {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    for (int partition = 0; partition < partitions; partition++) {
      latest.put(new TopicPartition(topic, partition), OffsetSpec.latest());
    }
    return admin.listOffsets(latest).all().get(LIMIT.toSeconds(), TimeUnit.SECONDS).size();
  }

  /** Writes the values, without keys, and waits until the broker has them all. */
  public void produce(String topic, Iterable<byte[]> values) {
    try (KafkaProducer<byte[], byte[]> producer = producer(Map.of())) {
      List<Future<RecordMetadata>> acknowledgements = new ArrayList<>();
      for (byte[] value : values) {
        acknowledgements.add(producer.send(new ProducerRecord<>(topic, value)));
      }
      for (Future<RecordMetadata> acknowledgement : acknowledgements) {
        acknowledgement.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("The broker refused a record for " + topic, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while writing to " + topic, e);
    }
  }

  /** A producer with settings of the test's own, which closes it. */
  public KafkaProducer<byte[], byte[]> producer(Map<String, Object> own) {
    Map<String, Object> settings = settings();
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    settings.putAll(own);
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /**
   * All records of the topic that a consumer sees now that reads only what was committed: it stops
   * before the first transaction that is still open.
   */
  public List<ConsumerRecord<byte[], byte[]>> readCommitted(String topic) {
    return read(topic, IsolationLevel.READ_COMMITTED);
  }

  /** Hands over what {@link #readCommitted} returns one by one, where all would be too much. */
  public void forEachCommitted(String topic, Consumer<ConsumerRecord<byte[], byte[]>> action) {
    read(topic, IsolationLevel.READ_COMMITTED, action);
  }

  /** All records of the topic now, those of open and aborted transactions too. */
  public List<ConsumerRecord<byte[], byte[]>> readUncommitted(String topic) {
    return read(topic, IsolationLevel.READ_UNCOMMITTED);
  }

  private List<ConsumerRecord<byte[], byte[]>> read(String topic, IsolationLevel isolation) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    read(topic, isolation, records::add);
    return records;
  }

  private void read(
      String topic, IsolationLevel isolation, Consumer<ConsumerRecord<byte[], byte[]>> action) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(isolation)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic, LIMIT).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      readTo(consumer, consumer.endOffsets(partitions, LIMIT), action);
    }
  }

  /** Fails when nothing comes for so long although there is more. */
  private static void readTo(
      KafkaConsumer<byte[], byte[]> consumer,
      Map<TopicPartition, Long> ends,
      Consumer<ConsumerRecord<byte[], byte[]>> action) {
    long read = 0;
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (!isAt(consumer, ends)) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "Read " + read + " records, then none within " + LIMIT + ", and not all up to " + ends);
      }
      ConsumerRecords<byte[], byte[]> polled = consumer.poll(Duration.ofMillis(200));
      if (!polled.isEmpty()) {
        read += polled.count();
        deadline = System.nanoTime() + LIMIT.toNanos();
        polled.forEach(action);
      }
    }
  }

  private static boolean isAt(
      KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey(), LIMIT) >= end.getValue());
  }

  private KafkaConsumer<byte[], byte[]> consumer(IsolationLevel isolation) {
    Map<String, Object> settings = settings();
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation.toString());
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    return settings;
  }
}
