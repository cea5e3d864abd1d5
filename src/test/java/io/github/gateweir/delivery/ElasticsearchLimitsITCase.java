package io.github.gateweir.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.gateweir.config.SinkStream;
import io.github.gateweir.generate.GeneratedLine;
import io.github.gateweir.job.Outlet;
import io.github.gateweir.job.Outlets;
import io.github.gateweir.testing.SearchServer;
import io.github.gateweir.testing.SearchServer.Kind;
import io.github.gateweir.testing.TestSize;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** A server that takes few requests at a time, and only small ones. */
@ParameterizedClass
@MethodSource("kinds")
class ElasticsearchLimitsITCase {
  private static final int RECORDS = TestSize.records(4_000, 50_000);
  private static final int MAX_CONTENT = 64 * 1024;

  private static final JobMeters METERS = new JobMeters();

  @RegisterExtension static final MiniClusterExtension CLUSTER = METERS.cluster(2);

  private static SearchServer server;

  @Parameter private Kind kind;

  @TempDir private Path folder;

  /** Each starts a server of its own, so only a full run does it with both. */
  static Stream<Kind> kinds() {
    return TestSize.current() == TestSize.FULL
        ? Stream.of(Kind.values())
        : Stream.of(Kind.ELASTICSEARCH);
  }

  @BeforeParameterizedClassInvocation
  static void startServer(Kind kind) {
    server =
        SearchServer.start(
            kind,
            Map.of(
                "thread_pool.write.size", "1",
                "thread_pool.write.queue_size", "1",
                "http.max_content_length", MAX_CONTENT + "b"));
  }

  @AfterParameterizedClassInvocation
  static void closeServer() {
    server.close();
  }

  @Test
  void sendsAgainWhatTheQueueHasNoRoomFor() throws Exception {
    DataStreams streams = DataStreams.setUp(server, "busy");
    Path input = folder.resolve("input");
    Expected expected = LogFolder.write(input, Traffic.of(RECORDS, 5, 81), RECORDS / 4);

    JobClient job =
        start(
            input,
            streams.events("max-batch-documents=10", "max-in-flight=20", "max-batch-delay=1 s"));

    expected.assertCountedBy(TestJob.summary(job));
    expected.assertWrittenOnce(output(streams));
    assertThat(METERS.count(job, SinkStream.EVENTS, "retries")).isPositive();
    assertThat(rejected()).isPositive();
    assertThat(METERS.ofJob(job, "numRestarts")).isZero();
  }

  @Test
  void splitsWhatIsTooLargeAndPutsASingleDocumentAside() throws Exception {
    DataStreams streams = DataStreams.setUp(server, "large");
    Path input = folder.resolve("input");
    Expected expected = new Expected(line -> line.length > MAX_CONTENT);
    LogFolder.write(input, withOneLong(Traffic.of(RECORDS, 0, 82)), RECORDS / 4, expected);

    JobClient job = start(input, streams.events("max-batch-documents=500", "compression=false"));

    assertThat(expected.deadLetters()).isOne();
    expected.assertCountedBy(TestJob.summary(job));
    expected.assertWrittenOnce(output(streams));
    assertThat(METERS.ofJob(job, "numRestarts")).isZero();
  }

  /** Makes the first line longer than a request may be. */
  private static Iterator<GeneratedLine> withOneLong(Iterator<GeneratedLine> lines) {
    GeneratedLine first = lines.next();
    String line = new String(first.bytes(), UTF_8);
    String longer = line.replace("{", "{\"Filling\":\"" + "x".repeat(MAX_CONTENT) + "\",");
    Stream.Builder<GeneratedLine> all = Stream.builder();
    all.add(new GeneratedLine(longer.getBytes(UTF_8), first.sessionId(), first.expectation()));
    lines.forEachRemaining(all::add);
    return all.build().iterator();
  }

  /** How many requests the server's queue had no room for. */
  private static long rejected() {
    JsonNode nodes = server.client().get("/_nodes/stats/thread_pool").body().path("nodes");
    return nodes.elements().next().at("/thread_pool/write/rejected").asLong();
  }

  private Output output(DataStreams streams) throws Exception {
    return new Output(streams.output().events(), Output.deadLettersIn(folder.resolve("output")));
  }

  private JobClient start(Path input, Outlet events) throws Exception {
    StreamExecutionEnvironment env = TestJob.environment(folder, 2);
    Outlets outlets =
        TestJob.outlets(
            events, TestJob.toFolder(SinkStream.DEAD_LETTERS, folder.resolve("output")));
    TestJob.build(env, TestJob.fromFolder(input), outlets);
    return env.executeAsync("limits of " + kind);
  }
}
