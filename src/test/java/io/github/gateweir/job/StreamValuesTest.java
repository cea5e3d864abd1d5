package io.github.gateweir.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gateweir.alert.Alert;
import io.github.gateweir.alert.AlertGroup;
import io.github.gateweir.alert.AlertWindow;
import io.github.gateweir.ecs.EcsEvent;
import io.github.gateweir.ecs.Mapped;
import io.github.gateweir.gateway.DeadLetter;
import io.github.gateweir.gateway.DeadLetterCode;
import io.github.gateweir.gateway.IgnoreReason;
import io.github.gateweir.gateway.Place;
import io.github.gateweir.gateway.RawRecord;
import io.github.gateweir.session.LateRecord;
import io.github.gateweir.session.SessionRecord;
import io.github.gateweir.sink.Document;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The values on the job's streams and in its state, through Flink's serializers and back. */
class StreamValuesTest {

  private final Random random = new Random(20_261_124);

  @ParameterizedTest
  @ValueSource(
      classes = {
        RawRecord.class,
        Place.class,
        Mapped.class,
        EcsEvent.class,
        DeadLetter.class,
        Document.class,
        Count.class,
        EventId.class,
        SessionRecord.class,
        Alert.class,
        LateRecord.class
      })
  void everyValueHasFieldsThatFlinkKnows(Class<?> type) {
    TypeInformation<?> information = TypeInformation.of(type);

    assertThat(information).isInstanceOf(PojoTypeInfo.class);
    assertThat(information.toString()).doesNotContain("GenericType");
  }

  @Test
  void theDeadLettersOfTheSideOutputNeedNoKryo() {
    assertThat(RouteFunction.DEAD_LETTERS.getTypeInfo())
        .isEqualTo(TypeInformation.of(DeadLetter.class));
  }

  @Test
  void theSideOutputsOfSessionsNeedNoKryo() {
    assertThat(CorrelateSessionFunction.ALERTS.getTypeInfo())
        .isEqualTo(TypeInformation.of(Alert.class));
    assertThat(CorrelateSessionFunction.LATE.getTypeInfo())
        .isEqualTo(TypeInformation.of(LateRecord.class));
  }

  @Test
  void rawRecordsComeBackAsTheyWere() throws IOException {
    List<RawRecord> values = new ArrayList<>(Records.generated(300));
    for (int i = 0; i < 300; i++) {
      values.add(new RawRecord(orNull(bytes()), random.nextLong(), place(), orNull(text())));
    }
    assertRoundTrips(RawRecord.class, values);
  }

  @Test
  void mappedRecordsComeBackAsTheyWere() throws IOException {
    List<Mapped> values =
        new ArrayList<>(Records.generated(500).stream().map(Records::mapped).toList());
    for (IgnoreReason reason : IgnoreReason.values()) {
      values.add(new Mapped(null, null, reason));
    }
    assertThat(values).anyMatch(value -> value.event() != null);
    assertThat(values).anyMatch(value -> value.deadLetter() != null);
    assertRoundTrips(Mapped.class, values);
    assertRoundTrips(
        EcsEvent.class, values.stream().map(Mapped::event).filter(Objects::nonNull).toList());
  }

  @Test
  void deadLettersComeBackAsTheyWere() throws IOException {
    List<DeadLetter> values = new ArrayList<>();
    for (DeadLetterCode code : DeadLetterCode.values()) {
      for (int i = 0; i < 50; i++) {
        values.add(
            new DeadLetter(place(), code, text(), bytes(), random.nextLong(), random.nextLong()));
      }
    }
    assertRoundTrips(DeadLetter.class, values);
  }

  @Test
  void documentsCountsAndIdsComeBackAsTheyWere() throws IOException {
    assertRoundTrips(
        Document.class,
        Stream.generate(() -> new Document(text(), orNull(text()), bytes(), place()))
            .limit(200)
            .toList());
    assertRoundTrips(
        Count.class,
        Stream.generate(() -> new Count(text(), random.nextLong())).limit(200).toList());
    assertRoundTrips(
        EventId.class,
        Stream.generate(() -> new EventId(random.nextLong(), random.nextLong()))
            .limit(200)
            .toList());
  }

  @Test
  void whatSessionsAreMadeOfComesBackAsItWas() throws IOException {
    assertRoundTrips(Alert.class, Stream.generate(this::alert).limit(200).toList());
    assertRoundTrips(SessionRecord.class, Stream.generate(this::record).limit(200).toList());
    assertRoundTrips(
        LateRecord.class,
        Stream.generate(() -> new LateRecord(text(), random.nextLong(), random.nextLong(), place()))
            .limit(200)
            .toList());
  }

  @Test
  void theWindowsOfAlertsComeBackAsTheyWere() throws IOException {
    assertRoundTrips(
        AlertWindow.class,
        Stream.generate(
                () ->
                    new AlertWindow(
                        random.nextLong(),
                        random.nextLong(),
                        random.nextLong(),
                        Stream.generate(this::text)
                            .limit(random.nextInt(4))
                            .toArray(String[]::new)))
            .limit(200)
            .toList());
  }

  private Alert alert() {
    return new Alert(text(), text(), text(), orNull(text()), bytes(), place(), orNull(group()));
  }

  private AlertGroup group() {
    return new AlertGroup(text(), random.nextLong(), random.nextLong(), text());
  }

  private SessionRecord record() {
    Alert[] alerts = Stream.generate(this::alert).limit(random.nextInt(3)).toArray(Alert[]::new);
    return new SessionRecord(
        text(),
        random.nextLong(),
        random.nextLong(),
        orNull(text()),
        orNull(text()),
        random.nextInt(),
        orNull(text()),
        orNull(text()),
        orNull(text()),
        orNull(text()),
        orNull(text()),
        orNull(text()),
        orNull(text()),
        orNull(text()),
        random.nextBoolean(),
        alerts,
        place());
  }

  private static <T> void assertRoundTrips(Class<T> type, List<T> values) throws IOException {
    TypeSerializer<T> serializer =
        TypeInformation.of(type).createSerializer(new SerializerConfigImpl());
    DataOutputSerializer out = new DataOutputSerializer(64);
    for (T value : values) {
      serializer.serialize(value, out);
    }
    DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
    for (T value : values) {
      assertSame(serializer.deserialize(in), value);
      assertSame(serializer.copy(value), value);
    }
    assertThat(in.available()).as("bytes left over").isZero();
  }

  private static void assertSame(Object actual, Object expected) {
    assertThat(actual)
        .usingRecursiveComparison()
        .withEqualsForType(Arrays::equals, byte[].class)
        .withEqualsForType(Arrays::equals, int[].class)
        .isEqualTo(expected);
  }

  private Place place() {
    return random.nextBoolean()
        ? Place.inFile(text(), random.nextLong())
        : Place.inTopic(text(), random.nextInt(), random.nextLong(), random.nextInt());
  }

  private byte[] bytes() {
    byte[] bytes = new byte[random.nextInt(40)];
    random.nextBytes(bytes);
    return bytes;
  }

  private String text() {
    return new String(bytes(), UTF_8);
  }

  private <T> T orNull(T value) {
    return random.nextInt(3) == 0 ? null : value;
  }
}
