package io.github.gateweir.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {

  @TempDir private Path folder;

  @Test
  void findsNothingToSayAboutFilesThatAreThere() throws IOException {
    Path input = Files.createDirectory(folder.resolve("in"));
    Path output = folder.resolve("new/out");

    assertThat(checkFiles(input.toString(), output.toString())).isEmpty();
    assertThat(output).isEmptyDirectory();
  }

  @Test
  void refusesAnInputThatDoesNotExist() {
    Path input = folder.resolve("none");

    assertThatThrownBy(() -> checkFiles(input.toString(), folder + "/out"))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "gateweir.source.files.path names "
                + input
                + ", which does not exist: correct the path.");
  }

  @Test
  void refusesAnInputThatMayNotBeRead() throws IOException {
    Path input = Files.createDirectory(folder.resolve("in"));
    Files.setPosixFilePermissions(input, PosixFilePermissions.fromString("---------"));
    assumeThat(Files.isReadable(input)).as("root reads everything").isFalse();

    assertThatThrownBy(() -> checkFiles(input.toString(), folder + "/out"))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "gateweir.source.files.path names "
                + input
                + ", which this user may not read: give the right to read the folder.");
  }

  @Test
  void refusesAnOutputThatIsAFile() throws IOException {
    Path file = Files.createFile(folder.resolve("out"));

    assertThatThrownBy(() -> checkFiles(inputFile(), file.toString()))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "gateweir.sink.files.path names "
                + file
                + ", which cannot be made or written as a folder: correct the path, or give the"
                + " right to write it.");
  }

  @Test
  void refusesAFileSystemThatFlinkDoesNotHave() {
    assertThatThrownBy(() -> checkFiles("gopher://host/in", folder + "/out"))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "gateweir.source.files.path names gopher://host/in, but Flink has no file system for"
                + " such a path: put its plugin into Flink's plugins folder, or correct the path.");
  }

  @Test
  void refusesClientPropertiesThatKafkaDoesNotTake() {
    assertThatThrownBy(
            () ->
                check(
                    "gateweir.source.files.path=" + folder,
                    "gateweir.sink.files.path=/",
                    "gateweir.sink.events=kafka",
                    "gateweir.sink.dead-letters=stdout",
                    "gateweir.sink.kafka.delivery=at-least-once",
                    "gateweir.sink.kafka.bootstrap-servers=127.0.0.1:9",
                    "gateweir.sink.kafka.properties.security.protocol=SECRET_HANDSHAKE"))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith(
            "gateweir.sink.kafka.bootstrap-servers: no Kafka client can be made for 127.0.0.1:9:"
                + " Invalid value SECRET_HANDSHAKE for configuration security.protocol");
  }

  @Test
  void saysThatAHostHasNoAddress() {
    assertThatThrownBy(
            () ->
                check(
                    "gateweir.source.type=kafka",
                    "gateweir.source.kafka.topics=t",
                    "gateweir.source.kafka.bootstrap-servers=no-such-host.invalid:9092",
                    "gateweir.sink.files.path=" + folder))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "gateweir.source.kafka.bootstrap-servers: no Kafka client can be made for"
                + " no-such-host.invalid:9092: No resolvable bootstrap urls given in"
                + " bootstrap.servers.");
  }

  private String inputFile() throws IOException {
    return Files.createFile(folder.resolve("in.log")).toString();
  }

  private static List<String> checkFiles(String input, String output) {
    return check("gateweir.source.files.path=" + input, "gateweir.sink.files.path=" + output);
  }

  private static List<String> check(String... definitions) {
    return Preflight.check(
        new SettingsLoader(Map.of())
            .overrides(Overrides.parse(List.of(definitions)))
            .load(new Configuration()));
  }
}
