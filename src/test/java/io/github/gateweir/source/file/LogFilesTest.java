package io.github.gateweir.source.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.core.fs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogFilesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".hidden",
        "_SUCCESS",
        "_temporary",
        "ownership-challenge.txt",
        "ownership-challenge-1a2b.txt",
        "a.log.tmp",
        "a.log.gz.part"
      })
  void leavesAlone(String name) {
    assertThat(LogFiles.isLog(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "20230715T025607Z_20230715T025637Z_9d3b03d0.log.gz",
        "20230715",
        "a",
        "a.tmp.log",
        "my-ownership-challenge.log",
        "part"
      })
  void reads(String name) {
    assertThat(LogFiles.isLog(name)).isTrue();
  }

  @Test
  void namesFilesOfThisMachineWithoutAScheme() {
    assertThat(LogFiles.origin(new Path("file:/var/log/a b.log"))).isEqualTo("/var/log/a b.log");
    assertThat(LogFiles.origin(new Path("s3://bucket/a.log"))).isEqualTo("s3://bucket/a.log");
  }

  static String name(LogFileSplit split) {
    return new Path(split.path()).getName();
  }
}
