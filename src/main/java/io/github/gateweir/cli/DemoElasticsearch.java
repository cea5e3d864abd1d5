package io.github.gateweir.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.gateweir.config.ElasticsearchSettings;
import io.github.gateweir.config.SinkStream;
import io.github.gateweir.elasticsearch.Answer;
import io.github.gateweir.elasticsearch.ElasticsearchClient;
import io.github.gateweir.gateway.DeadLetter;
import io.github.gateweir.job.Outlet;
import io.github.gateweir.job.Outlets;
import io.github.gateweir.sink.Document;
import io.github.gateweir.sink.elasticsearch.ElasticsearchOutlet;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The demo's documents in Elasticsearch, besides those in files. */
final class DemoElasticsearch {

  private static final JsonMapper JSON = new JsonMapper();

  private final ElasticsearchSettings settings;

  DemoElasticsearch(ElasticsearchSettings settings) {
    this.settings = settings;
  }

  /** Outlets that write what others write, and to Elasticsearch too. */
  Outlets beside(Outlets files) {
    return new Outlets(
        both(SinkStream.EVENTS, files.events()),
        both(SinkStream.ALERTS, files.alerts()),
        both(SinkStream.SESSIONS, files.sessions()),
        both(SinkStream.DEAD_LETTERS, files.deadLetters()));
  }

  private Outlet both(SinkStream stream, Outlet file) {
    return new Outlet() {
      @Override
      public Optional<DataStream<DeadLetter>> write(DataStream<Document> documents) {
        file.write(documents);
        return new ElasticsearchOutlet(stream, settings).write(documents);
      }
    };
  }

  /** Says how many documents each data stream holds, those of earlier runs too. */
  void report(PrintWriter out) throws IOException {
    out.println();
    out.println("In Elasticsearch, which may hold documents of earlier runs too:");
    try (ElasticsearchClient client = new ElasticsearchClient(settings.endpoint())) {
      for (SinkStream stream : SinkStream.values()) {
        String name = settings.dataStream(stream.dataset());
        out.printf("  %-45s %,d documents%n", name, count(client, name));
      }
    }
  }

  /** After a refresh, which makes what was written visible. */
  private static long count(ElasticsearchClient client, String dataStream) throws IOException {
    client.request("POST", "/" + dataStream + "/_refresh", null);
    Answer answer = client.request("GET", "/" + dataStream + "/_count", null);
    return JSON.readTree(answer.body()).path("count").asLong();
  }
}
