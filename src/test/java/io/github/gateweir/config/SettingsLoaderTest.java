package io.github.gateweir.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gateweir.ecs.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsLoaderTest {

  @TempDir private Path folder;

  @Test
  void readsNestedAndDottedKeysAlike() throws IOException {
    Settings settings =
        load(
            """
            gateweir:
              profile: sekoia
              event-time.idleness: 7 s
              source:
                files.path: [in, "a;b, c"]
            gateweir.event-time:
              quiet: 3 min
            """);

    assertThat(settings.profile()).isEqualTo(Profile.SEKOIA);
    assertThat(settings.eventTime().idleness()).isEqualTo(Duration.ofSeconds(7));
    assertThat(settings.eventTime().quiet()).isEqualTo(Duration.ofMinutes(3));
    assertThat(files(settings).paths()).containsExactly(here("in"), here("a;b, c"));
  }

  @Test
  void takesAnEmptyFileAndAnEmptySectionForNothingSet() throws IOException {
    assertThat(load("# nothing\n", "gateweir.source.files.path=in").set())
        .isEqualTo("gateweir.source.files.path = \"in\"");
    assertThat(load("gateweir:\n  source:\n", "gateweir.source.files.path=in").profile())
        .isEqualTo(Profile.EXTENDED);
  }

  @Test
  void letsADefinitionOverrideTheFileAndTheCommandLineOverrideBoth() throws IOException {
    Path file = write("gateweir.profile: sekoia\ngateweir.source.files.path: a\n");

    Settings settings =
        new SettingsLoader(Map.of())
            .file(file)
            .overrides(
                Overrides.parse(
                    List.of("gateweir.profile=extended", "gateweir.source.files.path=b;c")))
            .values(FileSourceOptions.PATH, List.of("d;e"), "--input")
            .value(FileSinkOptions.PATH, "out", "--output")
            .load(new Configuration());

    assertThat(settings.profile()).isEqualTo(Profile.EXTENDED);
    assertThat(files(settings).paths()).containsExactly(here("d;e"));
    assertThat(settings.sinks().files().path()).isEqualTo(here("out"));
  }

  @Test
  void separatesAListOfADefinitionBySemicolons() {
    assertThat(files(load(List.of("gateweir.source.files.path=b; c,d"))).paths())
        .containsExactly(here("b"), here("c,d"));
  }

  @Test
  void makesPathsOfThisMachineAbsoluteAndLeavesOthersAlone() {
    List<String> paths = List.of(".", "../in", "/a/./b", "file:///c d/e", "s3://bucket/f");
    Settings settings =
        new SettingsLoader(Map.of())
            .values(FileSourceOptions.PATH, paths, "--input")
            .value(FileSinkOptions.PATH, "s3://bucket/out", "--output")
            .load(new Configuration());

    assertThat(files(settings).paths())
        .containsExactly(here(""), here("../in"), "/a/b", "/c d/e", "s3://bucket/f");
    assertThat(settings.sinks().files().path()).isEqualTo("s3://bucket/out");
  }

  @Test
  void sortsFlinksDefinitionsFromGateweirs() {
    Overrides overrides =
        Overrides.parse(
            List.of(
                "parallelism.default=2", "gateweir.profile=sekoia", "rest.port = 8082", "a=b=c"));

    assertThat(overrides.flink())
        .containsExactly(Map.entry("parallelism.default", "2"), Map.entry("rest.port", "8082"));
    assertThat(overrides.gateweir())
        .containsExactly(Map.entry("gateweir.profile", "sekoia"), Map.entry("a", "b=c"));
  }

  @Test
  void handsClientPropertiesOn() throws IOException {
    Settings settings =
        load(
            """
            gateweir.source:
              type: kafka
              kafka:
                bootstrap-servers: "k-1:9092, [::1]:9093"
                topics: t
                properties:
                  security.protocol: SASL_SSL
                  sasl: {mechanism: PLAIN}
            """);

    KafkaSourceSettings kafka = (KafkaSourceSettings) settings.source();
    assertThat(kafka.properties())
        .containsOnly(
            Map.entry("security.protocol", "SASL_SSL"), Map.entry("sasl.mechanism", "PLAIN"));
    assertThat(kafka.bounded()).isFalse();
    assertThat(kafka.startingOffsets())
        .isEqualTo(new StartingOffsets(StartingOffsets.From.COMMITTED, null));
  }

  @Test
  void readsATimeToStartFrom() {
    KafkaSourceSettings kafka =
        kafkaSource("gateweir.source.kafka.starting-offsets=2026-01-31T07:00:00+01:00");

    assertThat(kafka.startingOffsets())
        .isEqualTo(
            new StartingOffsets(StartingOffsets.From.TIME, Instant.parse("2026-01-31T06:00:00Z")));
  }

  @Test
  void putsEnvironmentVariablesAndFilesInPlace() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "s3cr$t\\1\n");

    KafkaSourceSettings kafka =
        kafkaSource(
            "gateweir.source.kafka.group-id=${env:USER_NAME}-1",
            "gateweir.source.kafka.properties.sasl.jaas.config=u=\"${env:USER_NAME}\" p=\"${file:"
                + secret
                + "}\";");

    assertThat(kafka.groupId()).isEqualTo("ana-1");
    assertThat(kafka.properties()).containsEntry("sasl.jaas.config", "u=\"ana\" p=\"s3cr$t\\1\";");
  }

  @Test
  void neverShowsASecret() {
    Settings settings =
        load(
            List.of(
                "gateweir.source.type=kafka",
                "gateweir.source.kafka.bootstrap-servers=shown-1:9092",
                "gateweir.source.kafka.topics=${env:USER_NAME}",
                "gateweir.source.kafka.properties.ssl.truststore.password=hidden1",
                "gateweir.source.kafka.properties.sasl.jaas.config=hidden2",
                "gateweir.source.kafka.properties.client.secret=hidden3",
                "gateweir.source.kafka.properties.bearer.token=hidden4",
                "gateweir.source.kafka.properties.ssl.keystore.key=hidden5"));

    assertThat(settings.toString())
        .contains("gateweir.source.kafka.bootstrap-servers = \"shown-1:9092\"")
        .contains("gateweir.source.kafka.topics = ******")
        .contains("gateweir.source.kafka.properties.sasl.jaas.config = ******")
        .doesNotContain("hidden", "ana");
    assertThat(settings.source().toString())
        .contains("bounded=false", "properties=******", "topics=******")
        .doesNotContain("hidden", "ana");
  }

  @Test
  void saysWhichRecordsFitAKafkaTopic() {
    KafkaSinkSettings kafka =
        load(List.of(
                "gateweir.source.files.path=in",
                "gateweir.sink.events=kafka",
                "gateweir.sink.kafka.bootstrap-servers=k:1",
                "gateweir.sink.kafka.delivery=at-least-once"))
            .sinks()
            .kafka();

    assertThat(kafka.maxRecordSize()).isEqualTo(1_048_576);
  }

  @Test
  void deduplicatesOnlyWhenAWindowIsSet() {
    String in = "gateweir.source.files.path=in";

    assertThat(load(List.of(in)).dedupWindow()).isZero();
    assertThat(load(List.of(in, "gateweir.dedup.window=0")).dedupWindow()).isZero();
    assertThat(load(List.of(in, "gateweir.dedup.window=2 h")).dedupWindow()).hasHours(2);
  }

  @Test
  void leavesKafkaOutWhenNoStreamGoesThere() {
    assertThat(load(List.of("gateweir.source.files.path=in")).sinks().kafka()).isNull();
  }

  private KafkaSourceSettings kafkaSource(String... more) {
    List<String> definitions =
        new ArrayList<>(
            List.of(
                "gateweir.source.type=kafka",
                "gateweir.source.kafka.bootstrap-servers=k:1",
                "gateweir.source.kafka.topics=t"));
    definitions.addAll(List.of(more));
    return (KafkaSourceSettings) load(definitions).source();
  }

  private static String here(String path) {
    return Path.of(path).toAbsolutePath().normalize().toString();
  }

  private static FileSourceSettings files(Settings settings) {
    return (FileSourceSettings) settings.source();
  }

  private Settings load(String yaml, String... definitions) throws IOException {
    return new SettingsLoader(Map.of())
        .file(write(yaml))
        .overrides(Overrides.parse(List.of(definitions)))
        .load(new Configuration());
  }

  private Path write(String yaml) throws IOException {
    return Files.writeString(folder.resolve("gateweir.yaml"), yaml);
  }

  private static Settings load(List<String> definitions) {
    return new SettingsLoader(Map.of("USER_NAME", "ana"))
        .overrides(Overrides.parse(definitions))
        .load(new Configuration());
  }
}
