package io.github.gateweir.benchmarks;

import io.github.gateweir.config.ElasticsearchSettings;
import io.github.gateweir.elasticsearch.ElasticsearchClient;
import io.github.gateweir.elasticsearch.setup.ElasticsearchSetup;
import io.github.gateweir.testing.SearchClient;
import io.github.gateweir.testing.SearchServer;
import io.github.gateweir.testing.SearchSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Documents to a real Elasticsearch: the job's operator against a client that sends the same bulk
 * requests in a loop, and against the operator when one document in a hundred is refused. The three
 * alternate in one run; each writes to a data stream of its own, whose documents are counted before
 * the time is believed.
 */
public final class ElasticsearchBenchmark {

  private static final int DOCUMENTS = 40_000;
  private static final int RUNS = 5;

  private enum Contender {
    LOOP,
    JOB,
    JOB_WITH_POISON
  }

  private final SearchServer server;
  private final Path checkpoints = Files.createTempDirectory("gateweir-benchmark");
  private final BulkCorpus clean = BulkCorpus.generated(DOCUMENTS);
  private final BulkCorpus poisoned = clean.poisoned();
  private final Map<Contender, List<Double>> seconds = new EnumMap<>(Contender.class);

  private ElasticsearchBenchmark(SearchServer server) throws IOException {
    this.server = server;
  }

  /** Prints the table. */
  public static void main(String[] arguments) throws Exception {
    try (SearchServer server = SearchServer.start(SearchServer.Kind.ELASTICSEARCH)) {
      ElasticsearchBenchmark benchmark = new ElasticsearchBenchmark(server);
      benchmark.run();
      System.out.print(benchmark.table());
    }
  }

  private void run() throws Exception {
    try (ElasticsearchClient client = new ElasticsearchClient(settings("setup").endpoint())) {
      new ElasticsearchSetup(client::request, "benchmark", Duration.ofDays(1), "benchmark").run();
    }
    // The first round warms up all of them, the server too.
    for (int round = 0; round <= RUNS; round++) {
      for (Contender contender : Contender.values()) {
        double took = time(contender, contender.name().toLowerCase(Locale.ROOT) + round);
        if (round > 0) {
          seconds.computeIfAbsent(contender, key -> new ArrayList<>()).add(took);
        }
      }
    }
  }

  private double time(Contender contender, String namespace) throws Exception {
    ElasticsearchSettings settings = settings(namespace);
    BulkCorpus corpus = contender == Contender.JOB_WITH_POISON ? poisoned : clean;
    double took =
        contender == Contender.LOOP
            ? new BulkLoop(settings).run(corpus)
            : BulkJob.run(settings, corpus, checkpoints);
    SearchClient client = server.client();
    String stream = settings.dataStream(BulkCorpus.STREAM.dataset());
    long written = client.count(stream);
    if (written != corpus.acceptable()) {
      throw new IllegalStateException(
          "%s wrote %d of %d documents".formatted(contender, written, corpus.acceptable()));
    }
    drop(client, stream);
    return took;
  }

  /** Takes the documents away, so that the next run finds the server as this one did. */
  private static void drop(SearchClient client, String stream) {
    SearchClient.Answer indices = client.get("/_resolve/index/" + stream);
    String index = indices.body().at("/data_streams/0/backing_indices/0").asText();
    SearchClient.Answer closed = client.post("/" + index + "/_close", "");
    if (closed.status() != 200) {
      throw new IllegalStateException("The documents stayed: " + closed);
    }
  }

  private ElasticsearchSettings settings(String namespace) {
    return SearchSettings.of(server.url(), namespace);
  }

  private String table() {
    StringBuilder table =
        new StringBuilder(
            "| what | documents/s | times the loop's | runs, s |\n|---|---|---|---|\n");
    double loop = median(seconds.get(Contender.LOOP));
    seconds.forEach(
        (contender, runs) ->
            table.append(
                "| %s | %.0f | %.2f | %s |%n"
                    .formatted(
                        contender, DOCUMENTS / median(runs), loop / median(runs), rounded(runs))));
    return table.toString();
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static String rounded(List<Double> values) {
    return Arrays.toString(values.stream().map("%.2f"::formatted).toArray());
  }
}
