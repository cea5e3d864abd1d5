package io.github.gateweir.config;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of mistake, with the sentence that it is answered with. */
class SettingsMistakesTest {

  private static final String DURATION =
      "a duration above zero and of at most 3650 d with its unit, such as \"30 s\", \"5 min\" or"
          + " \"7 d\".";
  private static final String DURATION_FROM_ZERO =
      "a duration of at most 3650 d with its unit, such as \"30 s\", \"5 min\" or \"7 d\".";
  private static final String SIZE =
      "a size from 1 kb to 1 gb with its unit, such as \"512 kb\" or \"128 mb\".";
  private static final String BROKERS =
      "brokers as host:port, separated by commas, such as \"kafka-1:9092,kafka-2:9092\".";
  private static final String KAFKA =
      "gateweir.source.type=kafka gateweir.source.kafka.bootstrap-servers=k:1";
  private static final String HOSTS =
      "a list of URLs that begin with http:// or https:// and have no query, such as"
          + " \"https://es-1:9200\"; after -D they are separated by ;.";
  private static final String TO_ELASTICSEARCH =
      "gateweir.source.files.path=in gateweir.sink.events=elasticsearch"
          + " gateweir.sink.elasticsearch.hosts=http://es:9200";
  private static final String TO_KAFKA =
      "gateweir.sink.events=kafka gateweir.sink.kafka.bootstrap-servers=k:1";

  @TempDir private Path folder;

  static Stream<Arguments> definitions() {
    return Stream.of(
        arguments("gateweir.profile", "-D gateweir.profile: write it as -D key=value."),
        arguments("=x", "-D =x: write it as -D key=value."),
        arguments(
            "gateweir.profil=sekoia",
            "-D: gateweir.profil is not a setting; the nearest that there is:"
                + " gateweir.profile."),
        arguments(
            "gateweir.idleness=1s",
            "-D: gateweir.idleness is not a setting; the nearest that there is:"
                + " gateweir.event-time.idleness."),
        arguments(
            "gatewier.profile=sekoia",
            "-D: gatewier.profile is not a setting; the nearest that there is:"
                + " gateweir.profile."),
        arguments(
            "sink.events=kafka",
            "-D: sink.events is not a setting; the nearest that there is:"
                + " gateweir.sink.events."),
        arguments(
            "gateweir.source=kafka",
            "-D: gateweir.source is a section and takes no value: set one of the"
                + " keys below it."),
        arguments(
            "gateweir.source.kafka.properties=x",
            "-D: gateweir.source.kafka.properties is a section and"
                + " takes no value: set one of the keys below it."),
        arguments(
            "gateweir.profile=ecs",
            "-D: gateweir.profile is \"ecs\", but it takes one of sekoia," + " extended."),
        arguments(
            "gateweir.sink.events=elastic",
            "-D: gateweir.sink.events is \"elastic\", but it takes one of"
                + " files, kafka, elasticsearch, stdout."),
        arguments(
            "gateweir.source.kafka.bounded=yes",
            "-D: gateweir.source.kafka.bounded is \"yes\", but it" + " takes true or false."),
        idleness("5 parsecs"),
        idleness("-5 s"),
        idleness("5"),
        idleness("0 s"),
        idleness("PT5S"),
        idleness(""),
        idleness("99999999999999999999 d"),
        arguments(
            "gateweir.event-time.out-of-orderness=-1 min",
            "-D: gateweir.event-time.out-of-orderness is \"-1"
                + " min\", but it takes "
                + DURATION_FROM_ZERO),
        rollSize("128"),
        rollSize("128 parsecs"),
        rollSize("0 mb"),
        rollSize("2 gb"),
        rollSize("-1 mb"),
        arguments(
            "gateweir.source.kafka.bootstrap-servers=kafka",
            "-D: gateweir.source.kafka.bootstrap-servers is"
                + " \"kafka\", but it takes "
                + BROKERS),
        arguments(
            "gateweir.sink.kafka.bootstrap-servers=k:1,,k:2",
            "-D: gateweir.sink.kafka.bootstrap-servers is"
                + " \"k:1,,k:2\", but it takes "
                + BROKERS),
        arguments(
            "gateweir.source.kafka.topics=a,b",
            "-D: gateweir.source.kafka.topics is \"a,b\", but it takes"
                + " a list of Kafka topics, each named by 1 to 249 letters, digits, dots, hyphens"
                + " and underscores; after -D they are separated by ;."),
        arguments(
            "gateweir.sink.kafka.topics.events=..",
            "-D: gateweir.sink.kafka.topics.events is \"..\", but"
                + " it takes a Kafka topic's name: 1 to 249 letters, digits, dots, hyphens and"
                + " underscores."),
        arguments(
            "gateweir.source.kafka.topic-pattern=gw-(",
            "-D: gateweir.source.kafka.topic-pattern is"
                + " \"gw-(\", but it takes a Java regular expression for whole topic names, such as"
                + " \"gateway-.*\"."),
        arguments(
            "gateweir.source.kafka.starting-offsets=yesterday",
            "-D: gateweir.source.kafka.starting-offsets is"
                + " \"yesterday\", but it takes committed, earliest, latest, or a time such as"
                + " \"2026-01-31T06:00:00Z\"."),
        arguments(
            "gateweir.source.kafka.group-id=",
            "-D: gateweir.source.kafka.group-id is \"\", but it takes"
                + " the name of a consumer group."),
        arguments(
            "gateweir.source.files.path=",
            "-D: gateweir.source.files.path is \"\", but it takes a list"
                + " of files and folders, separated by ; after -D."),
        arguments(
            "gateweir.sink.files.path=",
            "-D: gateweir.sink.files.path is \"\", but it takes a"
                + " folder, such as \"/data/out\" or \"s3://bucket/out\"."),
        arguments(
            "gateweir.source.kafka.properties.group.id=x",
            "-D: gateweir.source.kafka.properties.group.id would be overwritten: use"
                + " gateweir.source.kafka.group-id."),
        arguments(
            "gateweir.sink.kafka.properties.max.request.size=9",
            "-D: gateweir.sink.kafka.properties.max.request.size would be overwritten: use"
                + " gateweir.sink.kafka.max-record-size."),
        hosts(""),
        hosts("es-1:9200"),
        hosts("ftp://es-1:9200"),
        hosts("https://es-1:9200,https://es-2:9200"),
        hosts("https://es-1:0"),
        hosts("https://es-1:65536"),
        hosts("https://es-1:9200/?pretty"),
        hosts("https://es-1:9200/#top"),
        hosts("https://"),
        hosts("https://es 1:9200"),
        arguments(
            "gateweir.sink.elasticsearch.hosts=https://elastic:changeme@es-1:9200",
            "-D: gateweir.sink.elasticsearch.hosts holds a user and a password, which belong in"
                + " gateweir.sink.elasticsearch.username and .password: take what stands before the"
                + " @ out."),
        arguments(
            "gateweir.sink.elasticsearch.hosts=https://es-1;https://ES-1:443/",
            "-D: gateweir.sink.elasticsearch.hosts names https://ES-1:443 twice: take one of the two"
                + " out."),
        arguments(
            "gateweir.sink.elasticsearch.hosts=https://es-1/a;https://es-2/b",
            "-D: gateweir.sink.elasticsearch.hosts names https://es-1/a and https://es-2/b, but the"
                + " path after the host must be the same."),
        namespace(""),
        namespace("Prod"),
        namespace("a-b"),
        namespace("a b"),
        namespace("a/b"),
        namespace("a:b"),
        namespace("n".repeat(101)),
        namespace("é".repeat(51)),
        arguments(
            "gateweir.sink.elasticsearch.api-key= ",
            "-D: gateweir.sink.elasticsearch.api-key is ******, but it takes an encoded API key."),
        arguments(
            "gateweir.sink.elasticsearch.username=a:b",
            "-D: gateweir.sink.elasticsearch.username is \"a:b\", but it takes a user's name, without"
                + " a colon."),
        arguments(
            "gateweir.sink.elasticsearch.password=",
            "-D: gateweir.sink.elasticsearch.password is ******, but it takes the user's password."),
        arguments(
            "gateweir.sink.elasticsearch.certificate-authority=/no/such.pem",
            "-D: gateweir.sink.elasticsearch.certificate-authority names /no/such.pem, which cannot"
                + " be read: correct the path or give the right to read it."),
        arguments(
            "gateweir.sink.elasticsearch.certificate-authority=pom.xml",
            "-D: gateweir.sink.elasticsearch.certificate-authority names pom.xml, which holds no"
                + " certificates in PEM: name the file with the authority's certificate, which begins"
                + " with -----BEGIN CERTIFICATE-----."),
        number("max-batch-documents", "0", "100000"),
        number("max-batch-documents", "100001", "100000"),
        number("max-batch-documents", "many", "100000"),
        number("max-in-flight", "0", "100"),
        number("max-in-flight", "1.5", "100"),
        arguments(
            "gateweir.sink.elasticsearch.max-batch-size=5",
            "-D: gateweir.sink.elasticsearch.max-batch-size is \"5\", but it takes " + SIZE),
        arguments(
            "gateweir.sink.elasticsearch.request-timeout=0 s",
            "-D: gateweir.sink.elasticsearch.request-timeout is \"0 s\", but it takes " + DURATION),
        arguments(
            "gateweir.profile=${env:NOT_SET}",
            "-D: gateweir.profile takes its value from the environment variable"
                + " NOT_SET, which is not set: set it."),
        arguments(
            "gateweir.profile=${vault:x}",
            "-D: gateweir.profile has ${vault:x}, but only ${env:NAME} and"
                + " ${file:PATH} are known."),
        arguments(
            "gateweir.profile=${file:/no/such/file}",
            "-D: gateweir.profile takes its value from the file /no/such/file,"
                + " which cannot be read: create it or correct the path."),
        arguments(
            "gateweir.profile=${env:PASSWORD}",
            "-D: gateweir.profile is ******, but it takes one of sekoia," + " extended."));
  }

  private static Arguments idleness(String value) {
    return arguments(
        "gateweir.event-time.idleness=" + value,
        "-D: gateweir.event-time.idleness is \"" + value + "\", but it takes " + DURATION);
  }

  private static Arguments hosts(String value) {
    return arguments(
        "gateweir.sink.elasticsearch.hosts=" + value,
        "-D: gateweir.sink.elasticsearch.hosts is \"" + value + "\", but it takes " + HOSTS);
  }

  private static Arguments namespace(String value) {
    return arguments(
        "gateweir.sink.elasticsearch.namespace=" + value,
        "-D: gateweir.sink.elasticsearch.namespace is \""
            + value
            + "\", but it takes the end of a data stream's name: at most 100 bytes, lower case,"
            + " without - \\ / * ? \" < > | , # : and blanks.");
  }

  private static Arguments number(String key, String value, String last) {
    return arguments(
        "gateweir.sink.elasticsearch." + key + "=" + value,
        "-D: gateweir.sink.elasticsearch."
            + key
            + " is \""
            + value
            + "\", but it takes a whole number from 1 to "
            + last
            + ".");
  }

  private static Arguments rollSize(String value) {
    return arguments(
        "gateweir.sink.files.roll-size=" + value,
        "-D: gateweir.sink.files.roll-size is \"" + value + "\", but it takes " + SIZE);
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void answersADefinitionWithASentence(String definition, String sentence) {
    assertThatThrownBy(() -> load(List.of(definition), checkpoints("10 s", "10 min")))
        .isInstanceOf(SettingsException.class)
        .hasMessage(sentence);
  }

  static Stream<Arguments> combinations() {
    return Stream.of(
        arguments(
            "gateweir.profile=sekoia",
            "gateweir.source.files.path is missing: name the files or folders to read, with"
                + " --input, -D or in gateweir.yaml."),
        arguments(
            "gateweir.source.type=kafka gateweir.source.kafka.topics=t",
            "gateweir.source.kafka.bootstrap-servers is missing: gateweir.source.type is kafka, so"
                + " name some of the brokers, such as \"kafka-1:9092\"."),
        arguments(
            KAFKA,
            "gateweir.source.kafka.topics is missing: gateweir.source.type is kafka, so name the"
                + " topics, or set gateweir.source.kafka.topic-pattern."),
        arguments(
            KAFKA + " gateweir.source.kafka.topics=t gateweir.source.kafka.topic-pattern=t.*",
            "-D: gateweir.source.kafka.topic-pattern is set,"
                + " and gateweir.source.kafka.topics too: take one of the two out."),
        arguments(
            "gateweir.source.files.path=in gateweir.sink.dead-letters=kafka",
            "gateweir.sink.kafka.bootstrap-servers is missing: a stream goes to kafka, so name some"
                + " of the brokers, such as \"kafka-1:9092\"."),
        arguments(
            "gateweir.source.files.path=in gateweir.sink.dead-letters=elasticsearch",
            "gateweir.sink.elasticsearch.hosts is missing: name some of the hosts of the Elasticsearch"
                + " cluster, such as \"https://es-1:9200\"."),
        arguments(
            TO_ELASTICSEARCH
                + " gateweir.sink.elasticsearch.api-key=k gateweir.sink.elasticsearch.username=u",
            "-D: gateweir.sink.elasticsearch.api-key is set, and a username or password too: take one"
                + " of the two out."),
        arguments(
            TO_ELASTICSEARCH + " gateweir.sink.elasticsearch.username=u",
            "-D: gateweir.sink.elasticsearch.username is set, but not"
                + " gateweir.sink.elasticsearch.password: set it too."),
        arguments(
            TO_ELASTICSEARCH + " gateweir.sink.elasticsearch.password=p",
            "-D: gateweir.sink.elasticsearch.password is set, but not"
                + " gateweir.sink.elasticsearch.username: set it too."),
        arguments(
            TO_ELASTICSEARCH + " gateweir.sink.elasticsearch.max-retry-delay=100ms",
            "gateweir.sink.elasticsearch.first-retry-delay is 200 ms, but it must not be longer than"
                + " gateweir.sink.elasticsearch.max-retry-delay, 100 ms."),
        arguments(
            "gateweir.source.files.path=.",
            "gateweir.sink.files.path lies in a folder that the source reads: the job would read"
                + " its own output, so name another."),
        arguments(
            "gateweir.source.files.path=/a;/b gateweir.sink.files.path=file:///b/out",
            "-D: gateweir.sink.files.path lies in a folder that the source"
                + " reads: the job would read its own output, so name another."),
        arguments(
            "gateweir.source.files.path=in gateweir.source.files.mode=watch"
                + " gateweir.source.files.remember=20s",
            "-D: gateweir.source.files.remember is 20 s, but it must"
                + " be longer than gateweir.source.files.settle and"
                + " gateweir.source.files.discovery-interval together, 20 s."),
        arguments(
            KAFKA + " " + TO_KAFKA + " gateweir.source.kafka.topic-pattern=gateweir-.*",
            "gateweir.sink.kafka.topics.events is a topic that the source reads: the job would"
                + " read its own output, so name another."),
        arguments(
            KAFKA
                + " gateweir.source.kafka.topics=t gateweir.sink.dead-letters=kafka"
                + " gateweir.sink.kafka.bootstrap-servers=k:1"
                + " gateweir.sink.kafka.topics.dead-letters=t",
            "-D: gateweir.sink.kafka.topics.dead-letters is"
                + " a topic that the source reads: the job would read its own output, so name"
                + " another."));
  }

  @ParameterizedTest
  @MethodSource("combinations")
  void answersWhatDoesNotGoTogetherWithASentence(String definitions, String sentence) {
    assertThatThrownBy(
            () -> load(Arrays.asList(definitions.split(" ")), checkpoints("10 s", "10 min")))
        .isInstanceOf(SettingsException.class)
        .hasMessage(sentence);
  }

  @Test
  void refusesACheckpointTimeoutAboveTheTransactionTimeout() {
    List<String> definitions =
        List.of(
            "gateweir.source.files.path=in",
            "gateweir.sink.events=kafka",
            "gateweir.sink.kafka.bootstrap-servers=k:1");

    assertThatThrownBy(() -> load(definitions, checkpoints("10 s", "15 min")))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "gateweir.sink.kafka.transaction-timeout is 14 min, shorter than Flink's"
                + " execution.checkpointing.timeout of 15 min, so Kafka would drop what a slow"
                + " checkpoint is about to commit: lower the checkpoint timeout in config.yaml.");
  }

  @Test
  void refusesExactlyOnceWithoutCheckpoints() {
    List<String> definitions =
        List.of(
            "gateweir.source.files.path=in",
            "gateweir.sink.events=kafka",
            "gateweir.sink.kafka.bootstrap-servers=k:1",
            "gateweir.sink.kafka.delivery=exactly-once");

    assertThatThrownBy(() -> load(definitions, new Configuration()))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "-D: gateweir.sink.kafka.delivery is exactly-once, which"
                + " needs checkpoints: set execution.checkpointing.interval in config.yaml, such as"
                + " to \"30 s\", or take at-least-once.");
  }

  static Stream<Arguments> files() {
    return Stream.of(
        arguments(
            "# settings\ngateweir:\n  event-time:\n    idleness: 5 parsecs\n",
            ":4: gateweir.event-time.idleness is \"5 parsecs\", but it takes " + DURATION),
        arguments(
            "gateweir.profile: [sekoia]\n",
            ":1: gateweir.profile is [sekoia], but it takes one of sekoia, extended."),
        arguments(
            "gateweir.source.kafka.topics: []\n",
            ":1: gateweir.source.kafka.topics is [], but it takes a list of Kafka topics, each"
                + " named by 1 to 249 letters, digits, dots, hyphens and underscores; after -D they"
                + " are separated by ;."),
        arguments(
            "gateweir.source.kafka.topics: [a, [b]]\n",
            ":1: gateweir.source.kafka.topics is a list, and each of its items must be a text."),
        arguments(
            "gateweir:\n  profile: {name: sekoia}\n",
            ":2: gateweir.profile.name is not a setting; the nearest that there is:"
                + " gateweir.profile."),
        arguments(
            "gateweir.profile: sekoia\n\nparallelism.default: 2\n",
            ":3: parallelism.default is one of Flink's settings: move it to config.yaml, or use"
                + " -D."),
        arguments(
            "execution:\n  checkpointing:\n    interval: 1 s\n",
            ":3: execution.checkpointing.interval is one of Flink's settings: move it to"
                + " config.yaml, or use -D."),
        arguments(
            "gateweir.source.kafka.properties.a: [x, y]\n",
            ":1: gateweir.source.kafka.properties.a is a list, but a Kafka property is one value:"
                + " separate by commas."),
        arguments(
            "gateweir.profile:\n",
            ":1: gateweir.profile has no value: give it one, or take the line out."),
        arguments(
            "gateweir.profile: sekoia\ngateweir:\n  profile: extended\n",
            ":3: gateweir.profile is set a second time, first at FILE:1: take one of the two out."),
        arguments(
            "- gateweir.profile\n",
            ":1: this is not a mapping: write the settings as lines of \"key: value\"."),
        arguments(
            "sekoia\n",
            ":1: this is not a mapping: write the settings as lines of \"key: value\"."),
        arguments("[a]: b\n", ":1: a key must be a name."),
        arguments(
            "gateweir: &all\n  profile: *all\n",
            ":1: gateweir contains itself: write its values out."),
        arguments(
            "gateweir:\n  profile: sekoia\n event-time: x\n",
            ":3: this is not YAML: expected <block end>, but found '<block mapping start>'."),
        arguments(
            "gateweir.profile: \"sekoia\n",
            ":2: this is not YAML: found unexpected end of stream."),
        arguments(
            "gateweir.profile: *nobody\n", ":1: this is not YAML: found undefined alias nobody."));
  }

  @ParameterizedTest
  @MethodSource("files")
  void answersAFileWithASentence(String yaml, String sentence) throws IOException {
    Path file = Files.writeString(folder.resolve("gateweir.yaml"), yaml);

    assertThatThrownBy(() -> load(file))
        .isInstanceOf(SettingsException.class)
        .hasMessage(file + sentence.replace("FILE", file.toString()));
  }

  @Test
  void answersABadByteInTheFileWithASentence() throws IOException {
    Path file = folder.resolve("gateweir.yaml");
    Files.write(file, "gateweir.profile: \u00e9".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> load(file))
        .isInstanceOf(SettingsException.class)
        .hasMessage(file + ": the file is not UTF-8: save it as UTF-8.");
  }

  @Test
  void answersAControlCharacterInTheFileWithASentence() throws IOException {
    Path file = Files.writeString(folder.resolve("gateweir.yaml"), "gateweir.profile: \u0007");

    assertThatThrownBy(() -> load(file))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith(file + ": this is not YAML: ");
  }

  @Test
  void answersAMissingFileWithASentence() {
    Path file = folder.resolve("none.yaml");

    assertThatThrownBy(() -> load(file))
        .isInstanceOf(SettingsException.class)
        .hasMessage(file + ": there is no such file of settings.");
  }

  @Test
  void answersAFolderInPlaceOfAFileWithASentence() {
    assertThatThrownBy(() -> load(folder))
        .isInstanceOf(SettingsException.class)
        .hasMessage(folder + ": the file of settings cannot be read: make it a readable file.");
  }

  @Test
  void namesTheOptionOfTheCommandLineThatIsWrong() {
    SettingsLoader loader =
        new SettingsLoader(Map.of()).values(FileSourceOptions.PATH, List.of(" "), "--input");

    assertThatThrownBy(() -> loader.load(new Configuration()))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith("--input: gateweir.source.files.path is [ ], but it takes a list");
  }

  private static void load(Path file) {
    new SettingsLoader(Map.of()).file(file).load(new Configuration());
  }

  private static void load(List<String> definitions, Configuration flink) {
    new SettingsLoader(Map.of("PASSWORD", "hunter2"))
        .overrides(Overrides.parse(definitions))
        .load(flink);
  }

  private static Configuration checkpoints(String interval, String timeout) {
    Configuration flink = new Configuration();
    flink.setString(CheckpointingOptions.CHECKPOINTING_INTERVAL.key(), interval);
    flink.setString(CheckpointingOptions.CHECKPOINTING_TIMEOUT.key(), timeout);
    return flink;
  }
}
