package io.github.gateweir.benchmarks;

import io.github.gateweir.config.ElasticsearchSettings;
import io.github.gateweir.gateway.DeadLetter;
import io.github.gateweir.sink.Document;
import io.github.gateweir.sink.elasticsearch.ElasticsearchOutlet;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A Flink job that does nothing but write documents which are in memory to Elasticsearch. */
final class BulkJob {

  private static final AtomicLong FIRST = new AtomicLong();
  private static final AtomicLong LAST = new AtomicLong();
  private static volatile List<Document> documents = List.of();

  private BulkJob() {}

  /**
   * Seconds from the first document to the acknowledgement of the last, checkpoints every 10 s. The
   * job itself ends later, with a last checkpoint.
   */
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
    refused.sinkTo(new EndOfInput());
    env.execute();
    return (LAST.get() - FIRST.get()) / 1e9;
  }

  private static Document document(long index) {
    FIRST.compareAndSet(0, System.nanoTime());
    return documents.get((int) index);
  }

  /** Takes the time when the operator before it has nothing more to do. */
  private static final class EndOfInput implements Sink<DeadLetter> {

    private static final long serialVersionUID = 1L;

    @Override
    public SinkWriter<DeadLetter> createWriter(WriterInitContext context) {
      return new SinkWriter<>() {
        @Override
        public void write(DeadLetter letter, Context context) {}

        @Override
        public void flush(boolean endOfInput) {
          if (endOfInput) {
            LAST.set(System.nanoTime());
          }
        }

        @Override
        public void close() {}
      };
    }
  }
}
