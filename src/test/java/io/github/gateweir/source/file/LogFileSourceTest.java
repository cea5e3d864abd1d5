package io.github.gateweir.source.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gateweir.gateway.Place;
import io.github.gateweir.gateway.RawRecord;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

class LogFileSourceTest {

  private static final List<Path> PATHS = List.of(new Path("s3://bucket/logs"), new Path("/a"));

  @Test
  void isBoundedOrNot() {
    assertThat(LogFileSource.bounded(PATHS).getBoundedness()).isEqualTo(Boundedness.BOUNDED);
    assertThat(LogFileSource.watching(PATHS, WatchSettings.DEFAULT).getBoundedness())
        .isEqualTo(Boundedness.CONTINUOUS_UNBOUNDED);
  }

  @Test
  void travelsInTheJobGraph() throws Exception {
    LogFileSource source = LogFileSource.watching(PATHS, WatchSettings.DEFAULT);

    assertThat(InstantiationUtil.clone(source)).usingRecursiveComparison().isEqualTo(source);
  }

  @Test
  void refusesToReadFromNowhere() {
    assertThatThrownBy(() -> LogFileSource.bounded(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("name at least one file or folder");
  }

  @Test
  void emitsRecordsThatNeedNoKryo() throws IOException {
    SerializerConfigImpl noKryo =
        new SerializerConfigImpl(
            Configuration.fromMap(Map.of(PipelineOptions.GENERIC_TYPES.key(), "false")));
    TypeInformation<RawRecord> type = TypeInformation.of(RawRecord.class);
    TypeSerializer<RawRecord> serializer = type.createSerializer(noKryo);
    Place place = Place.inFile("/a", 7);

    assertThat(type).isInstanceOf(PojoTypeInfo.class);
    for (RawRecord raw :
        List.of(
            RawRecord.of(new byte[] {1, 2}, place),
            RawRecord.cut(new byte[] {1}, 1L << 40, place),
            RawRecord.faulty(new byte[0], place, "It is broken."),
            RawRecord.tombstone(Place.inTopic("t", 1, 2, 3)))) {
      DataOutputSerializer out = new DataOutputSerializer(64);
      serializer.serialize(raw, out);
      RawRecord read = serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
      assertThat(read).usingRecursiveComparison().isEqualTo(raw);
    }
  }
}
