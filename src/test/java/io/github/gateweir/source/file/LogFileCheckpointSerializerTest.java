package io.github.gateweir.source.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogFileCheckpointSerializerTest {

  /** What {@code log-file-checkpoint-v1} holds. */
  private static final LogFileCheckpoint STORED =
      new LogFileCheckpoint(
          true,
          1_688_000_000_000L,
          Map.of(
              "s3://logs/a.log.gz", 1_689_000_000_001L, "s3://logs/b.log.gz", 1_689_000_000_002L),
          List.of(
              LogFileSplit.unread("s3://logs/b.log.gz"),
              new LogFileSplit("s3://logs/c.log", 7, 700, false, true)));

  private final LogFileCheckpointSerializer serializer = new LogFileCheckpointSerializer();

  @Test
  void readsWhatItWrote() throws IOException {
    for (LogFileCheckpoint checkpoint : List.of(LogFileCheckpoint.start(), STORED)) {
      assertThat(readBack(checkpoint)).isEqualTo(checkpoint);
    }
  }

  @Test
  void holdsAWeekOfFilesInLittleSpace() throws IOException {
    Map<String, Long> read = new HashMap<>();
    for (int i = 0; i < 20_160; i++) {
      read.put("s3://logs/20230715/20230715T025607Z_20230715T025637Z_%08x.log.gz".formatted(i), 1L);
    }
    LogFileCheckpoint checkpoint = new LogFileCheckpoint(true, 0, read, List.of());

    assertThat(serializer.serialize(checkpoint)).hasSizeLessThan(2_000_000);
    assertThat(readBack(checkpoint)).isEqualTo(checkpoint);
  }

  @Test
  void readsVersion1() throws IOException {
    byte[] stored = LogFileSplitSerializerTest.fixture("log-file-checkpoint-v1");

    assertThat(serializer.deserialize(1, stored)).isEqualTo(STORED);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void refusesAVersionItDoesNotKnow(int version) {
    assertThatThrownBy(() -> serializer.deserialize(version, serializer.serialize(STORED)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("holds a list of log files of version " + version);
  }

  private LogFileCheckpoint readBack(LogFileCheckpoint checkpoint) throws IOException {
    return serializer.deserialize(serializer.getVersion(), serializer.serialize(checkpoint));
  }
}
