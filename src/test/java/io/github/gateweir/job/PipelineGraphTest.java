package io.github.gateweir.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gateweir.config.Delivery;
import io.github.gateweir.config.EventTimeSettings;
import io.github.gateweir.config.FileSinkSettings;
import io.github.gateweir.config.FileSourceMode;
import io.github.gateweir.config.FileSourceSettings;
import io.github.gateweir.config.KafkaSinkSettings;
import io.github.gateweir.config.KafkaSourceSettings;
import io.github.gateweir.config.SinkStream;
import io.github.gateweir.config.StartingOffsets;
import io.github.gateweir.detection.RuleFiles;
import io.github.gateweir.ecs.Profile;
import io.github.gateweir.sink.elasticsearch.ElasticsearchOutlet;
import io.github.gateweir.sink.file.FileOutlet;
import io.github.gateweir.sink.kafka.KafkaOutlet;
import io.github.gateweir.sink.stdout.StdoutOutlet;
import io.github.gateweir.source.deadletter.DeadLetterInlet;
import io.github.gateweir.source.file.FileInlet;
import io.github.gateweir.source.kafka.KafkaInlet;
import io.github.gateweir.testing.SearchSettings;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The job graph, for every combination of sources and sinks. */
class PipelineGraphTest {

  private static final EventTimeSettings EVENT_TIME =
      new EventTimeSettings(
          Duration.ofMinutes(5),
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          Duration.ofMinutes(10));

  private static final Map<String, Inlet> INLETS =
      new TreeMap<>(
          Map.of(
              "bounded files", new FileInlet(files(FileSourceMode.BOUNDED), EVENT_TIME),
              "watched files", new FileInlet(files(FileSourceMode.WATCH), EVENT_TIME),
              "bounded kafka", new KafkaInlet(kafka(true), EVENT_TIME),
              "kafka", new KafkaInlet(kafka(false), EVENT_TIME),
              "replayed files", replay(new FileInlet(files(FileSourceMode.BOUNDED), EVENT_TIME)),
              "replayed kafka", replay(new KafkaInlet(kafka(true), EVENT_TIME))));

  private static final SessionRules SESSIONS =
      new SessionRules(Duration.ofMinutes(30), Duration.ofHours(24), 3, 50, false);

  private static final List<String> OUTLETS = List.of("files", "stdout", "kafka", "elasticsearch");

  static Stream<Arguments> combinations() {
    return INLETS.keySet().stream()
        .flatMap(
            inlet ->
                OUTLETS.stream()
                    .flatMap(
                        events -> OUTLETS.stream().map(dead -> Arguments.of(inlet, events, dead))));
  }

  @ParameterizedTest
  @MethodSource("combinations")
  void everyOperatorHasAUidOfTheList(String inlet, String events, String deadLetters)
      throws Exception {
    assertKnown(graph(inlet, events, deadLetters));
  }

  private static void assertKnown(StreamGraph graph) throws IllegalAccessException {
    Set<String> known = uids();
    for (StreamNode node : graph.getStreamNodes()) {
      String uid = node.getTransformationUID();
      assertThat(uid).as(node.getOperatorName()).isNotNull();
      assertThat(known).as(node.getOperatorName()).contains(withoutPartOfSink(uid));
    }
  }

  @ParameterizedTest
  @MethodSource("combinations")
  void nothingGoesThroughKryo(String inlet, String events, String deadLetters) {
    assertWithoutKryo(graph(inlet, events, deadLetters));
  }

  private static void assertWithoutKryo(StreamGraph graph) {
    int serializers = 0;
    for (StreamNode node : graph.getStreamNodes()) {
      for (TypeSerializer<?> serializer : serializers(node)) {
        assertThat(serializer.toString() + serializer.getClass())
            .as(node.getOperatorName())
            .doesNotContainIgnoringCase("kryo");
        serializers++;
      }
    }
    assertThat(serializers).isGreaterThan(8);
  }

  @ParameterizedTest
  @MethodSource("combinations")
  void fromTheSourceToTheWriterOfEventsIsOneChain(String inlet, String events, String deadLetters) {
    Chains chains = Chains.of(graph(inlet, events, deadLetters));

    List<String> hotPath = new ArrayList<>(sources(inlet));
    hotPath.addAll(
        List.of(
            OperatorIds.MAP_TO_ECS,
            OperatorIds.ROUTE,
            OperatorIds.RENDER_EVENTS,
            OperatorIds.sink(SinkStream.EVENTS, events)));
    assertThat(chains.with(OperatorIds.MAP_TO_ECS)).containsAll(hotPath);
  }

  @ParameterizedTest
  @MethodSource("combinations")
  void theOnlyNetworkEdgesAreThoseOfTheDeadLetters(
      String inlet, String events, String deadLetters) {
    Chains chains = Chains.of(graph(inlet, events, deadLetters));

    List<String> expected =
        new ArrayList<>(
            List.of("render-events -> render-dead-letters", "route -> render-dead-letters"));
    expected.add("detect -> correlate-sessions");
    expected.add("detect -> suppress-alerts");
    expected.add("correlate-sessions -> suppress-alerts");
    if (events.equals("elasticsearch")) {
      for (String stream : List.of("events", "alerts", "sessions")) {
        expected.add(stream + "-to-elasticsearch -> render-dead-letters");
      }
    }
    assertThat(chains.edges()).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(chains.with(OperatorIds.RENDER_DEAD_LETTERS))
        .contains(OperatorIds.sink(SinkStream.DEAD_LETTERS, deadLetters));
  }

  @ParameterizedTest
  @MethodSource("combinations")
  void deduplicationComesBetweenRoutingAndRendering(String inlet, String events, String deadLetters)
      throws Exception {
    StreamGraph graph = graph(inlet, events, deadLetters, Duration.ofHours(1));

    assertKnown(graph);
    assertWithoutKryo(graph);
    Chains chains = Chains.of(graph);
    List<String> expected = new ArrayList<>(Chains.of(graph(inlet, events, deadLetters)).edges());
    expected.add("route -> deduplicate");
    assertThat(chains.edges()).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(chains.with(OperatorIds.DEDUPLICATE))
        .contains(OperatorIds.RENDER_EVENTS, OperatorIds.sink(SinkStream.EVENTS, events));
  }

  @Test
  void parallelismCheckpointsAndBackendAreLeftToTheConfiguration() {
    Configuration flink = strict();
    flink.set(CoreOptions.DEFAULT_PARALLELISM, 7);
    StreamExecutionEnvironment env = new StreamExecutionEnvironment(flink);
    Configuration before = new Configuration();
    before.addAll((Configuration) env.getConfiguration());

    build(env, INLETS.get("kafka"), "files", "kafka", Duration.ofHours(1));

    assertThat(env.getConfiguration()).isEqualTo(before);
    assertThat(env.getCheckpointConfig().isCheckpointingEnabled()).isFalse();
    for (StreamNode node : env.getStreamGraph(false).getStreamNodes()) {
      assertThat(node.getParallelism()).as(node.getOperatorName()).isEqualTo(7);
    }
  }

  private static List<String> sources(String inlet) {
    String source = inlet.contains("kafka") ? OperatorIds.KAFKA_SOURCE : OperatorIds.FILE_SOURCE;
    if (inlet.startsWith("bounded")) {
      return List.of(source);
    }
    return inlet.startsWith("replayed")
        ? List.of(source, OperatorIds.READ_DEAD_LETTERS, OperatorIds.REPLAY_EVENT_TIME)
        : List.of(source, OperatorIds.KEEP_EVENT_TIME);
  }

  private static Inlet replay(Inlet documents) {
    return new DeadLetterInlet(documents, Map.of("bootstrap.servers", "localhost:9092"));
  }

  private static StreamGraph graph(String inlet, String events, String deadLetters) {
    return graph(inlet, events, deadLetters, Duration.ZERO);
  }

  private static StreamGraph graph(
      String inlet, String events, String deadLetters, Duration dedupWindow) {
    StreamExecutionEnvironment env = new StreamExecutionEnvironment(strict());
    env.setParallelism(2);
    build(env, INLETS.get(inlet), events, deadLetters, dedupWindow);
    return env.getStreamGraph();
  }

  private static Configuration strict() {
    Configuration flink = new Configuration();
    flink.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    flink.set(PipelineOptions.GENERIC_TYPES, false);
    flink.set(PipelineOptions.OBJECT_REUSE, true);
    return flink;
  }

  private static void build(
      StreamExecutionEnvironment env,
      Inlet inlet,
      String events,
      String deadLetters,
      Duration dedupWindow) {
    Outlets outlets =
        new Outlets(
            outlet(SinkStream.EVENTS, events),
            outlet(SinkStream.ALERTS, events),
            outlet(SinkStream.SESSIONS, events),
            outlet(SinkStream.DEAD_LETTERS, deadLetters));
    Pipeline.build(
        env,
        inlet,
        outlets,
        new PipelineSettings(
            Profile.EXTENDED, Duration.ofMinutes(10), dedupWindow, RuleFiles.none(), SESSIONS));
  }

  private static Outlet outlet(SinkStream stream, String type) {
    return switch (type) {
      case "files" ->
          new FileOutlet(stream, new FileSinkSettings("/out", 1 << 20, Duration.ofMinutes(1)));
      case "stdout" -> new StdoutOutlet(stream);
      case "elasticsearch" ->
          new ElasticsearchOutlet(stream, SearchSettings.of("http://localhost:9200", "default"));
      default -> new KafkaOutlet(stream, stream.label(), kafkaSink());
    };
  }

  private static KafkaSinkSettings kafkaSink() {
    return new KafkaSinkSettings(
        "localhost:9092",
        Delivery.EXACTLY_ONCE,
        Map.of(),
        Duration.ofMinutes(14),
        "gateweir",
        1 << 20,
        Map.of());
  }

  private static FileSourceSettings files(FileSourceMode mode) {
    return new FileSourceSettings(
        List.of("/in"), mode, Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofDays(7));
  }

  private static KafkaSourceSettings kafka(boolean bounded) {
    return new KafkaSourceSettings(
        "localhost:9092",
        List.of("gateway-network"),
        null,
        "gateweir",
        new StartingOffsets(StartingOffsets.From.COMMITTED, null),
        bounded,
        Map.of());
  }

  /** The uid of a sink, from that of its writer, committer and so on. */
  private static String withoutPartOfSink(String uid) {
    return uid.replaceFirst("^Sink Committer: ", "");
  }

  private static Set<String> uids() throws IllegalAccessException {
    Set<String> uids = new TreeSet<>();
    for (Field field : OperatorIds.class.getDeclaredFields()) {
      if (Modifier.isPublic(field.getModifiers())) {
        uids.add((String) field.get(null));
      }
    }
    for (SinkStream stream : SinkStream.values()) {
      OUTLETS.forEach(kind -> uids.add(OperatorIds.sink(stream, kind)));
    }
    return uids;
  }

  private static List<TypeSerializer<?>> serializers(StreamNode node) {
    List<TypeSerializer<?>> serializers =
        new ArrayList<>(Arrays.asList(node.getTypeSerializersIn()));
    if (node.getTypeSerializerOut() != null) {
      serializers.add(node.getTypeSerializerOut());
    }
    if (node.getStateKeySerializer() != null) {
      serializers.add(node.getStateKeySerializer());
    }
    node.getOutEdges().stream()
        .filter(edge -> edge.getOutputTag() != null)
        .forEach(
            edge ->
                serializers.add(
                    edge.getOutputTag()
                        .getTypeInfo()
                        .createSerializer(new ExecutionConfig().getSerializerConfig())));
    return serializers;
  }
}
