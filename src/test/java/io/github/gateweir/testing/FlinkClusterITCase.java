package io.github.gateweir.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FlinkClusterITCase {
  private static final String ENDLESS = Long.toString(Long.MAX_VALUE);

  private static List<Integer> metricsPorts;
  private static FlinkCluster cluster;
  private static Path jar;

  @BeforeAll
  static void startCluster() {
    metricsPorts = FreePorts.take(3);
    String ports = metricsPorts.get(0) + "," + metricsPorts.get(1) + "," + metricsPorts.get(2);
    cluster =
        FlinkCluster.start(
            1,
            Map.of(
                "metrics.reporters", "prom",
                "metrics.reporter.prom.factory.class",
                    "org.apache.flink.metrics.prometheus.PrometheusReporterFactory",
                "metrics.reporter.prom.port", ports));
    jar = ClassJar.write(cluster.folder().resolve("counting.jar"), CountingJob.class);
  }

  @AfterAll
  static void closeCluster() {
    cluster.close();
  }

  @Test
  void runsAJobToItsEndForAClientThatWaits() {
    CommandResult result = cluster.commandLine().run(jar, "1000", "100000");

    assertThat(result.exitCode()).as(result.toString()).isZero();
    assertThat(result.out()).containsPattern("counted \\(java.lang.Long\\): 1000\\b");
  }

  @Test
  void runsAJobToItsEndWithoutAClient() {
    String job = cluster.commandLine().submit(List.of("-p", "2"), jar, "500", "100000");

    cluster.rest().awaitStatus(job, "FINISHED");
    assertThat(
            cluster
                .rest()
                .get("/jobs/" + job + "/accumulators")
                .at("/user-task-accumulators/0/value")
                .asText())
        .isEqualTo("500");
  }

  @Test
  void tellsWhatTheClientSaidWhenAJobDoesNotStart() {
    assertThatThrownBy(() -> cluster.commandLine().submit(jar, "many", "1"))
        .hasMessageContaining("flink run -d returned 1")
        .hasMessageContaining("NumberFormatException");
  }

  @Test
  void restoresAJobWhoseTaskManagerIsKilled() {
    FlinkRest rest = cluster.rest();
    String job = cluster.commandLine().submit(jar, ENDLESS, "100");
    await().atMost(Duration.ofSeconds(60)).until(() -> rest.completedCheckpoints(job) > 0);

    cluster.killTaskManager();
    cluster.startTaskManager();

    await().atMost(Duration.ofSeconds(60)).until(() -> rest.restores(job) > 0);
    rest.awaitStatus(job, "RUNNING");
    long before = rest.completedCheckpoints(job);
    await().atMost(Duration.ofSeconds(60)).until(() -> rest.completedCheckpoints(job) > before);
    rest.cancel(job);
  }

  @Test
  void resumesAJobFromASavepoint() {
    FlinkRest rest = cluster.rest();
    String first = cluster.commandLine().submit(jar, ENDLESS, "100");
    rest.awaitStatus(first, "RUNNING");
    await().atMost(Duration.ofSeconds(60)).until(() -> rest.completedCheckpoints(first) > 0);
    String taken = rest.savepoint(first);
    String stopped = rest.stop(first);

    String second = cluster.commandLine().submit(List.of("-s", stopped), jar, ENDLESS, "100");

    await().atMost(Duration.ofSeconds(60)).until(() -> rest.restores(second) == 1);
    assertThat(stopped).isNotEqualTo(taken);
    assertThat(Path.of(new org.apache.flink.core.fs.Path(taken).getPath())).isDirectory();
    rest.cancel(second);
  }

  @Test
  void hasThePrometheusReporterOnItsClassPath() throws IOException, InterruptedException {
    URI metrics = URI.create("http://127.0.0.1:" + metricsPorts.get(0) + "/metrics");

    String body =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
            .body();

    assertThat(body).contains("flink_jobmanager_numRegisteredTaskManagers");
  }
}
