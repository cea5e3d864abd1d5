package io.github.gateweir.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.configuration.CoreOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlinkConfMistakesTest {

  @TempDir private Path folder;

  @Test
  void putsDefinitionsOverTheFile() throws IOException {
    write("parallelism:\n  default: 3\n");

    assertThat(FlinkConf.load(folder, Overrides.NONE).get(CoreOptions.DEFAULT_PARALLELISM))
        .isEqualTo(3);
    assertThat(
            FlinkConf.load(folder, Overrides.parse(List.of("parallelism.default=5")))
                .get(CoreOptions.DEFAULT_PARALLELISM))
        .isEqualTo(5);
  }

  @Test
  void namesTheDefinitionThatFlinkDoesNotTake() throws IOException {
    write("parallelism.default: 3\n");

    assertThatThrownBy(
            () -> FlinkConf.load(folder, Overrides.parse(List.of("parallelism.default=two"))))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "-D: parallelism.default is \"two\", which Flink does not take: For input string:"
                + " \"two\".");
  }

  @Test
  void namesTheFileWithAValueThatFlinkDoesNotTake() throws IOException {
    Path file = write("execution.checkpointing.interval: 5 parsecs\n");

    assertThatThrownBy(() -> FlinkConf.load(folder, Overrides.NONE))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith(
            file
                + ": execution.checkpointing.interval is \"5 parsecs\", which Flink does not take:"
                + " Time interval unit label 'parsecs' does not match any of the recognized units");
  }

  @Test
  void namesTheFileThatIsNotYaml() throws IOException {
    Path file = write("parallelism: [\n");

    assertThatThrownBy(() -> FlinkConf.load(folder, Overrides.NONE))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith(file + ": Flink cannot read this as its settings: ");
  }

  @Test
  void namesTheFileThatIsMissing() {
    assertThatThrownBy(() -> FlinkConf.load(folder, Overrides.NONE))
        .isInstanceOf(SettingsException.class)
        .hasMessage(folder.resolve("config.yaml") + ": there is no such file of Flink's settings.");
  }

  private Path write(String yaml) throws IOException {
    return Files.writeString(folder.resolve("config.yaml"), yaml);
  }
}
