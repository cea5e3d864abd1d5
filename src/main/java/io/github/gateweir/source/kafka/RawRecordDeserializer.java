package io.github.gateweir.source.kafka;

import io.github.gateweir.gateway.Place;
import io.github.gateweir.gateway.RawRecord;
import java.util.Arrays;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Splits the value of a Kafka record into its lines; bytes stay bytes. */
final class RawRecordDeserializer implements KafkaRecordDeserializationSchema<RawRecord> {

  private static final long serialVersionUID = 1L;

  private final int longest;

  RawRecordDeserializer() {
    this(RawRecord.MAX_LENGTH);
  }

  /** A deserializer that keeps so many bytes of a line. */
  RawRecordDeserializer(int longest) {
    this.longest = longest;
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<RawRecord> out) {
    byte[] value = message.value();
    if (value == null) {
      out.collect(RawRecord.tombstone(place(message, 1)));
      return;
    }
    int line = 1;
    int from = 0;
    do {
      int end = lineEnd(value, from);
      out.collect(record(value, from, end, place(message, line++)));
      from = end + 1;
    } while (from < value.length);
  }

  private RawRecord record(byte[] value, int from, int end, Place place) {
    int to = end > from && value[end - 1] == '\r' ? end - 1 : end;
    int length = to - from;
    int kept = Math.min(length, longest);
    // Mostly a value is one line without a line end, which needs no copy.
    byte[] line = kept == value.length ? value : Arrays.copyOfRange(value, from, from + kept);
    return kept == length ? RawRecord.of(line, place) : RawRecord.cut(line, length, place);
  }

  private static int lineEnd(byte[] value, int from) {
    int at = from;
    while (at < value.length && value[at] != '\n') {
      at++;
    }
    return at;
  }

  private static Place place(ConsumerRecord<byte[], byte[]> message, int line) {
    return Place.inTopic(message.topic(), message.partition(), message.offset(), line);
  }

  @Override
  public TypeInformation<RawRecord> getProducedType() {
    return TypeInformation.of(RawRecord.class);
  }
}
