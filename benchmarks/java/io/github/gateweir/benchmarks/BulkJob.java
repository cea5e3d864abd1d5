package io.github.gateweir.benchmarks;

import io.github.gateweir.config.ElasticsearchSettings;
import io.github.gateweir.gateway.DeadLetter;
import io.github.gateweir.sink.Document;
import io.github.gateweir.sink.elasticsearch.ElasticsearchOutlet;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** A Flink job that does nothing but write documents which are in memory to Elasticsearch. */
final class BulkJob {

  private static final AtomicLong FIRST = new AtomicLong();
  private static volatile List<Document> documents = List.of();

  private BulkJob() {}

  /** Seconds from the first document to the end of the job, checkpoints every 10 s. */
  static double run(ElasticsearchSettings settings, BulkCorpus corpus) throws Exception {
    documents = corpus.documents();
    FIRST.set(0);
    Configuration flink = new Configuration();
    flink.set(PipelineOptions.OBJECT_REUSE, true);
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1, flink);
    env.enableCheckpointing(10_000);
    DataStream<Document> stream =
        env.fromSequence(0, documents.size() - 1L)
            .map(BulkJob::document)
            .returns(TypeInformation.of(Document.class));
    DataStream<DeadLetter> refused =
        new ElasticsearchOutlet(BulkCorpus.STREAM, settings).write(stream).orElseThrow();
    refused.sinkTo(new DiscardingSink<>());
    env.execute();
    return (System.nanoTime() - FIRST.get()) / 1e9;
  }

  private static Document document(long index) {
    FIRST.compareAndSet(0, System.nanoTime());
    return documents.get((int) index);
  }
}
