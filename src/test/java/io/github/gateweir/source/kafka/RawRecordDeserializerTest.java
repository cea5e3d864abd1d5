package io.github.gateweir.source.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gateweir.gateway.Place;
import io.github.gateweir.gateway.RawRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class RawRecordDeserializerTest {

  private static final String TOPIC = "gateway-network";
  private static final int PARTITION = 3;
  private static final long OFFSET = 4_711;

  @Test
  void aRecordWithoutValueIsATombstone() {
    assertThat(read(null))
        .singleElement()
        .satisfies(
            raw -> {
              assertThat(raw.line()).isNull();
              assertThat(raw.length()).isZero();
              assertThat(raw.place()).isEqualTo(place(1));
              assertThat(raw.fault()).isNull();
            });
  }

  @Test
  void anEmptyValueIsOneEmptyLine() {
    assertThat(lines("")).containsExactly("");
  }

  @Test
  void oneLineIsOneRecordWithoutACopy() {
    byte[] value = "{\"a\":1}".getBytes(UTF_8);
    assertThat(read(value))
        .singleElement()
        .satisfies(raw -> assertThat(raw.line()).isSameAs(value));
  }

  @Test
  void aFinalLineEndIsNotALine() {
    assertThat(lines("a\n")).containsExactly("a");
    assertThat(lines("a\r\n")).containsExactly("a");
    assertThat(lines("a\nb\n")).containsExactly("a", "b");
    assertThat(lines("\n")).containsExactly("");
  }

  @Test
  void everyOtherLineIsARecordAlsoABlankOne() {
    assertThat(lines("a\nb")).containsExactly("a", "b");
    assertThat(lines("a\n\nb")).containsExactly("a", "", "b");
    assertThat(lines("\na")).containsExactly("", "a");
    assertThat(lines("a\n\n")).containsExactly("a", "");
  }

  @Test
  void aCarriageReturnBelongsToALineEndOnlyBeforeALineFeedOrTheEnd() {
    assertThat(lines("a\r\nb\r\n")).containsExactly("a", "b");
    assertThat(lines("a\rb")).containsExactly("a\rb");
    assertThat(lines("a\r\r\nb")).containsExactly("a\r", "b");
    assertThat(lines("a\r")).containsExactly("a");
    assertThat(lines("\r\n")).containsExactly("");
  }

  @Test
  void linesOfOneValueAreCountedFromOne() {
    assertThat(read("a\n\nb\n".getBytes(UTF_8)))
        .extracting(RawRecord::place)
        .containsExactly(place(1), place(2), place(3));
  }

  @Test
  void bytesStayBytes() {
    byte[] value = new byte[256];
    for (int i = 0; i < value.length; i++) {
      value[i] = (byte) i;
    }
    assertThat(read(value))
        .extracting(RawRecord::line)
        .containsExactly(Arrays.copyOf(value, '\n'), Arrays.copyOfRange(value, '\n' + 1, 256));
  }

  @Test
  void ofALineThatIsTooLongTheBeginningIsKeptAndItsLengthTold() {
    String longest = "x".repeat(RawRecord.MAX_LENGTH);
    List<RawRecord> records = read((longest + "\n" + longest + "y\r\nz").getBytes(UTF_8));

    assertThat(records).extracting(RawRecord::length).containsExactly(262_144L, 262_145L, 1L);
    assertThat(records)
        .extracting(raw -> new String(raw.line(), UTF_8))
        .containsExactly(longest, longest, "z");
  }

  @Test
  void producesAValueThatNeedsNoKryo() {
    assertThat(new RawRecordDeserializer().getProducedType()).isInstanceOf(PojoTypeInfo.class);
  }

  private static List<String> lines(String value) {
    return read(value.getBytes(UTF_8)).stream().map(raw -> new String(raw.line(), UTF_8)).toList();
  }

  private static List<RawRecord> read(byte[] value) {
    List<RawRecord> records = new ArrayList<>();
    new RawRecordDeserializer()
        .deserialize(
            new ConsumerRecord<>(TOPIC, PARTITION, OFFSET, null, value),
            new ListCollector<>(records));
    return records;
  }

  private static Place place(int line) {
    return Place.inTopic(TOPIC, PARTITION, OFFSET, line);
  }
}
