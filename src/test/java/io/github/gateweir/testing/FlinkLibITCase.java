package io.github.gateweir.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlinkLibITCase {

  @TempDir private Path folder;

  @Test
  void isAllThatAJobJarNeedsBesideItToRunLocally() {
    Path jar = ClassJar.write(folder.resolve("counting.jar"), CountingJob.class);
    String classPath = jar + File.pathSeparator + Folders.jars("flink-lib");

    CommandResult result =
        JavaCommand.of(classPath, CountingJob.class.getName(), "100", "100000")
            .run(folder, Duration.ofSeconds(60));

    assertThat(result.exitCode()).as(result.toString()).isZero();
  }
}
