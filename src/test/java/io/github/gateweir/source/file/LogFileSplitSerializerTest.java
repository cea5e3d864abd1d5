package io.github.gateweir.source.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogFileSplitSerializerTest {

  /** What {@code log-file-split-v1} holds. */
  private static final LogFileSplit STORED =
      new LogFileSplit("s3://logs/20230715/ü.log.gz", 123_456, 9_876_543_210L, true, false);

  private final LogFileSplitSerializer serializer = new LogFileSplitSerializer();

  @ParameterizedTest
  @ValueSource(strings = {"TT", "TF", "FT", "FF"})
  void readsWhatItWrote(String flags) throws IOException {
    LogFileSplit split =
        new LogFileSplit(
            "file:/a b", Long.MAX_VALUE, 2, flags.startsWith("T"), flags.endsWith("T"));

    assertThat(serializer.deserialize(serializer.getVersion(), serializer.serialize(split)))
        .isEqualTo(split);
  }

  @Test
  void readsVersion1() throws IOException {
    assertThat(serializer.deserialize(1, fixture("log-file-split-v1"))).isEqualTo(STORED);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void refusesAVersionItDoesNotKnow(int version) {
    assertThatThrownBy(() -> serializer.deserialize(version, serializer.serialize(STORED)))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "The checkpoint holds a position in a log file of version %d, but this release knows versions up to 1 only; restore it with the release that wrote it or a later one.",
            version);
  }

  static byte[] fixture(String name) throws IOException {
    try (InputStream file = LogFileSplitSerializerTest.class.getResourceAsStream(name)) {
      return file.readAllBytes();
    }
  }
}
