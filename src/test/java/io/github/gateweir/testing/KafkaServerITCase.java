package io.github.gateweir.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class KafkaServerITCase {
  private static KafkaServer kafka;

  @BeforeAll
  static void startKafka() {
    kafka = KafkaServer.start();
  }

  @AfterAll
  static void closeKafka() {
    kafka.close();
  }

  @Test
  void showsOnlyCommittedTransactionsToWhoAsksForThem()
      throws ExecutionException, InterruptedException {
    KafkaClient client = kafka.client();
    client.createTopic("transactions", 1);
    try (KafkaProducer<byte[], byte[]> producer = transactionalProducer("first")) {
      write(producer, "kept");
      producer.commitTransaction();
      write(producer, "thrown away");
      producer.abortTransaction();
      write(producer, "kept too");
      producer.commitTransaction();
      write(producer, "open");

      assertThat(texts(client.readCommitted("transactions"))).containsExactly("kept", "kept too");
      assertThat(texts(client.readUncommitted("transactions")))
          .containsExactly("kept", "thrown away", "kept too", "open");
    }
  }

  @Test
  void takesTransactionsOfFifteenMinutes() {
    try (KafkaProducer<byte[], byte[]> producer =
        kafka
            .client()
            .producer(
                Map.of(
                    ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                    "long",
                    ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                    900_000))) {
      producer.initTransactions();
    }
  }

  @Test
  void keepsItsDataWhenItIsKilledAndRestarted() {
    KafkaClient client = kafka.client();
    client.createTopic("numbers", 3);
    List<String> numbers = IntStream.range(0, 500).mapToObj(Integer::toString).toList();
    client.produce("numbers", numbers.stream().map(number -> number.getBytes(UTF_8)).toList());

    kafka.kill();
    kafka.restart();
    client.produce("numbers", List.of("after".getBytes(UTF_8)));

    assertThat(texts(client.readCommitted("numbers")))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(numbers.stream(), Stream.of("after")).toList());
  }

  @Test
  void saysWhenAnotherProcessHasItsPort() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int free = FreePorts.take(1).get(0);

      assertThatThrownBy(() -> KafkaServer.startOn(other.getLocalPort(), free))
          .isInstanceOfSatisfying(
              ServerStartException.class, e -> assertThat(e.portTaken()).isTrue());
    }
  }

  private static KafkaProducer<byte[], byte[]> transactionalProducer(String id) {
    KafkaProducer<byte[], byte[]> producer =
        kafka.client().producer(Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id));
    producer.initTransactions();
    return producer;
  }

  private static void write(KafkaProducer<byte[], byte[]> producer, String value)
      throws ExecutionException, InterruptedException {
    producer.beginTransaction();
    producer.send(new ProducerRecord<>("transactions", value.getBytes(UTF_8))).get();
  }

  private static List<String> texts(List<ConsumerRecord<byte[], byte[]>> records) {
    return records.stream().map(record -> new String(record.value(), UTF_8)).toList();
  }
}
