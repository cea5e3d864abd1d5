package io.github.gateweir.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.gateweir.Gateweir;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** docker-compose.yml, as far as it can be checked without a Docker engine. */
class DockerComposeTest {

  private static Map<String, Object> compose;
  private static Map<String, Map<String, Object>> services;

  @BeforeAll
  static void read() throws Exception {
    LoadSettings merging = LoadSettings.builder().setSchema(new CoreSchema()).build();
    compose =
        map(new Load(merging).loadFromString(Files.readString(Path.of("docker-compose.yml"))));
    services = new LinkedHashMap<>();
    map(compose.get("services")).forEach((name, service) -> services.put(name, map(service)));
  }

  @Test
  void hasTheServices() {
    assertThat(services)
        .containsOnlyKeys(
            "kafka",
            "topics",
            "flink-volume",
            "jobmanager",
            "taskmanager",
            "elasticsearch",
            "elasticsearch-setup",
            "kibana-user",
            "kibana");
    assertThat(list(services.get("jobmanager").get("command"))).startsWith("standalone-job");
    assertThat(list(services.get("taskmanager").get("command"))).containsExactly("taskmanager");
  }

  @Test
  void pinsEveryImage() {
    assertThat(services.values())
        .extracting(service -> service.get("image"))
        .allSatisfy(image -> assertThat((String) image).matches("[a-z./-]+:\\d+\\.\\d+\\.\\d+.*"));
    assertThat(image("kibana").replace("kibana/kibana", "elasticsearch/elasticsearch"))
        .isEqualTo(image("elasticsearch"));
    assertThat(image("jobmanager"))
        .isEqualTo("flink:" + property("flink.version") + "-scala_2.12-java17");
    assertThat(image("taskmanager")).isEqualTo(image("jobmanager"));
  }

  @Test
  void checksTheHealthOfEveryServiceThatStays() {
    services.forEach(
        (name, service) ->
            assertThat(service.containsKey("healthcheck"))
                .as(name)
                .isEqualTo(service.containsKey("restart")));
  }

  @Test
  void waitsForServicesThatThereAreInAStateThatTheyReach() {
    services.forEach(
        (name, service) ->
            map(service.getOrDefault("depends_on", Map.of()))
                .forEach(
                    (other, on) ->
                        assertThat(map(on).get("condition"))
                            .as(name + " on " + other)
                            .isEqualTo(
                                services.get(other).containsKey("healthcheck")
                                    ? "service_healthy"
                                    : "service_completed_successfully")));
  }

  @Test
  void mountsFilesOfThisProjectAndVolumesThatAreDeclared() {
    Map<String, Object> declared = map(compose.get("volumes"));
    String jar = "target/gateweir-" + property("version") + ".jar";

    mounts()
        .forEach(
            mount -> {
              String source = (String) mount.get("source");
              if (mount.get("type").equals("volume")) {
                assertThat(declared).containsKey(source);
              } else if (!source.equals("./" + jar)) {
                assertThat(Path.of(source)).exists();
              }
            });
    assertThat(mounts()).extracting(mount -> mount.get("source")).contains("./" + jar);
    assertThat(mounts())
        .filteredOn(mount -> mount.get("type").equals("bind"))
        .allSatisfy(
            mount -> {
              assertThat(mount).containsEntry("read_only", true);
              assertThat(map(mount.get("bind"))).containsEntry("create_host_path", false);
            });
  }

  @Test
  void copiesTheConfigurationThatTheImageRewrites() {
    Stream.of("jobmanager", "taskmanager")
        .map(services::get)
        .forEach(
            service -> {
              assertThat((String) list(service.get("entrypoint")).get(2))
                  .startsWith("cp -f /opt/gateweir/conf/config.yaml /opt/flink/conf/config.yaml &&")
                  .endsWith("exec /docker-entrypoint.sh \"$$@\"");
              assertThat(list(service.get("volumes")))
                  .extracting(mount -> map(mount).get("target"))
                  .contains("/opt/gateweir/conf", "/opt/flink/usrlib/gateweir.jar", "/data");
            });
  }

  @Test
  void opensEveryPortOnceAndToThisMachineOnly() {
    List<String> ports = new ArrayList<>();
    services.values().stream()
        .flatMap(service -> list(service.getOrDefault("ports", List.of())).stream())
        .map(String.class::cast)
        .forEach(
            port -> {
              assertThat(port).startsWith("127.0.0.1:");
              ports.add(port.split(":", -1)[1]);
            });

    assertThat(ports).doesNotHaveDuplicates().hasSize(6);
  }

  @Test
  void setsOnlyWhatFlinkKnows() {
    flinkProperties()
        .forEach(
            (key, value) -> {
              assertThat(FlinkKeys.knows(key)).as(key).isTrue();
              assertThatCode(() -> FlinkKeys.read(key, value)).as(key).doesNotThrowAnyException();
            });
    assertThat(environment("taskmanager")).isEqualTo(environment("jobmanager"));
  }

  @Test
  void overridesOnlyGateweirsSettingsAndFitsFlinksAndTheBrokers() {
    Configuration flink = GlobalConfiguration.loadConfiguration("flink-conf");
    flinkProperties().forEach(flink::setString);
    Settings settings =
        new SettingsLoader(Map.of("ELASTIC_PASSWORD", "secret"))
            .file(mounted("jobmanager", after("--config").get(0)))
            .overrides(Overrides.parse(after("-D")))
            .load(flink);

    KafkaSinkSettings sink = settings.sinks().kafka();
    Map<String, Object> broker = environment("kafka");
    assertThat(after("-D")).allMatch(definition -> definition.startsWith("gateweir."));
    assertThat(sink.transactionTimeout())
        .isLessThanOrEqualTo(
            Duration.ofMillis(
                Long.parseLong((String) broker.get("KAFKA_TRANSACTION_MAX_TIMEOUT_MS"))))
        .isGreaterThan(flink.get(CheckpointingOptions.CHECKPOINTING_TIMEOUT));
    assertThat((String) broker.get("KAFKA_ADVERTISED_LISTENERS"))
        .contains("INTERNAL://" + sink.bootstrapServers());
    KafkaSourceSettings source = (KafkaSourceSettings) settings.source();
    assertThat(source.bootstrapServers()).isEqualTo(sink.bootstrapServers());
    assertThat(list(services.get("topics").get("command")))
        .containsExactlyInAnyOrder(source.topics().get(0), sink.topic(SinkStream.DEAD_LETTERS));
  }

  @Test
  void setsUpTheElasticsearchThatTheJobWritesTo() {
    List<String> setup = after("elasticsearch-setup", "-D");

    assertThat(setup)
        .isNotEmpty()
        .allMatch(definition -> definition.startsWith("gateweir.sink.elasticsearch."));
    assertThat(after("-D")).containsAll(setup);
    assertThat(setup).contains("gateweir.sink.elasticsearch.hosts=http://elasticsearch:9200");
    assertThat(list(services.get("elasticsearch-setup").get("command")))
        .startsWith("elasticsearch", "setup");
    assertThat(list(services.get("elasticsearch-setup").get("entrypoint")))
        .endsWith(Gateweir.class.getName());
    assertThat(environment("elasticsearch-setup")).containsKey("ELASTIC_PASSWORD");
    assertThat(environment("jobmanager")).containsKey("ELASTIC_PASSWORD");
  }

  @Test
  void namesTheJobsMainClass() throws Exception {
    assertThat(Class.forName(after("--job-classname").get(0)).getMethod("main", String[].class))
        .isNotNull();
  }

  @Test
  void hasNoSecretInClear() {
    services
        .keySet()
        .forEach(
            name ->
                environment(name)
                    .forEach(
                        (key, value) -> {
                          if (Secrets.isNamed(key)) {
                            assertThat((String) value).matches("\\$\\{[A-Z_]+:\\?[^}]+}");
                          }
                        }));
    assertThat(environment("elasticsearch")).containsKey("ELASTIC_PASSWORD");
    assertThat(environment("kibana")).containsKey("ELASTICSEARCH_PASSWORD");
  }

  private static String image(String service) {
    return (String) services.get(service).get("image");
  }

  private static List<Map<String, Object>> mounts() {
    return services.values().stream()
        .flatMap(service -> list(service.getOrDefault("volumes", List.of())).stream())
        .map(DockerComposeTest::map)
        .toList();
  }

  /** The file of this project that a container sees at a path. */
  private static Path mounted(String service, String path) {
    return list(services.get(service).get("volumes")).stream()
        .map(DockerComposeTest::map)
        .filter(mount -> path.startsWith(mount.get("target") + "/"))
        .map(
            mount ->
                Path.of(
                    mount.get("source") + path.substring(mount.get("target").toString().length())))
        .findFirst()
        .orElseThrow();
  }

  /** What follows each occurrence of an option in the job's command. */
  private static List<String> after(String option) {
    return after("jobmanager", option);
  }

  /** The same of another service's command; a doubled dollar is how Compose writes one. */
  private static List<String> after(String service, String option) {
    List<String> command =
        list(services.get(service).get("command")).stream()
            .map(part -> ((String) part).replace("$$", "$"))
            .toList();
    List<String> values = new ArrayList<>();
    for (int i = 0; i < command.size() - 1; i++) {
      if (command.get(i).equals(option)) {
        values.add(command.get(i + 1));
      }
    }
    return values;
  }

  private static Map<String, String> flinkProperties() {
    Map<String, String> properties = new LinkedHashMap<>();
    ((String) environment("jobmanager").get("FLINK_PROPERTIES"))
        .lines()
        .map(line -> line.split(": ", 2))
        .forEach(pair -> properties.put(pair[0], pair[1]));
    return properties;
  }

  private static Map<String, Object> environment(String service) {
    return map(services.get(service).getOrDefault("environment", Map.of()));
  }

  private static String property(String name) {
    try {
      String pom = Files.readString(Path.of("pom.xml"));
      return pom.split("<" + name + ">", 2)[1].split("<", 2)[0];
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(Object value) {
    return (List<Object>) value;
  }
}
