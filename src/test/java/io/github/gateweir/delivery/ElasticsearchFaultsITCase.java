package io.github.gateweir.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gateweir.config.SinkStream;
import io.github.gateweir.job.Outlets;
import io.github.gateweir.job.RunSummary;
import io.github.gateweir.testing.BulkItem;
import io.github.gateweir.testing.HttpAnswer;
import io.github.gateweir.testing.HttpFaults;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers that pass: whatever comes first, in the end every document is taken. */
class ElasticsearchFaultsITCase {
  private static final int RECORDS = 300;
  private static final int TIMES = 3;

  private static final JobMeters METERS = new JobMeters();

  @RegisterExtension static final MiniClusterExtension CLUSTER = METERS.cluster(1);

  @TempDir private Path folder;

  static Stream<Named<HttpAnswer>> faults() {
    return Stream.of(
        Named.of("a redirect for a while", HttpAnswer.redirect(302, "http://127.0.0.1:1/login")),
        Named.of("a page in place of an answer", HttpAnswer.html(200, "<html>Sign in</html>")),
        Named.of("a proxy's error page", HttpAnswer.html(502, "<html>Bad gateway</html>")),
        Named.of(
            "half an answer", HttpAnswer.half(200, "{\"items\":[{\"create\":{\"status\":201}")),
        Named.of("half an answer that looks whole", HttpAnswer.json(200, "{\"items\":[]}")),
        Named.of("the end of the connection", HttpAnswer.disconnect()),
        Named.of("no answer at all", HttpAnswer.held(HttpAnswer.bulk())),
        Named.of("too many requests", HttpAnswer.json(429, "{\"error\":\"later\"}")));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void sendsAgainWhatWasNotTaken(HttpAnswer fault) throws Exception {
    Path input = folder.resolve("input");
    Expected expected = LogFolder.write(input, Traffic.of(RECORDS, 5, 61), RECORDS);
    Queue<String> taken = new ConcurrentLinkedQueue<>();
    try (HttpFaults server = HttpFaults.start(taking(taken)).next(times(fault))) {
      JobClient job = start(input, server.url());
      RunSummary summary = TestJob.summary(job);

      expected.assertCountedBy(summary);
      assertThat(METERS.count(job, SinkStream.EVENTS, "bulkRequests"))
          .isEqualTo(server.requests().size());
      assertThat(METERS.count(job, SinkStream.EVENTS, "retries")).isPositive();
      assertThat(METERS.ofJob(job, "numRestarts")).isZero();
    }
    assertThat(taken).hasSameSizeAs(expected.eventIds());
    assertThat(taken).hasSameElementsAs(expected.eventIds());
  }

  private static HttpAnswer[] times(HttpAnswer fault) {
    return Stream.generate(() -> fault).limit(TIMES).toArray(HttpAnswer[]::new);
  }

  /** Takes what comes and keeps the ids. */
  private static HttpAnswer taking(Queue<String> ids) {
    return request -> {
      BulkItem.read(request).forEach(item -> ids.add(item.id()));
      return HttpAnswer.bulk().reply(request);
    };
  }

  private JobClient start(Path input, String url) throws Exception {
    StreamExecutionEnvironment env = TestJob.environment(folder, 1);
    Outlets outlets =
        TestJob.outlets(
            TestJob.toElasticsearch(
                SinkStream.EVENTS, url, "faults", "max-batch-documents=100", "request-timeout=1 s"),
            TestJob.toFolder(SinkStream.DEAD_LETTERS, folder.resolve("output")));
    TestJob.build(env, TestJob.fromFolder(input), outlets);
    return env.executeAsync("faults");
  }
}
