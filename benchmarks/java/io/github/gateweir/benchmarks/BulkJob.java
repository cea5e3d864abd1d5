package io.github.gateweir.benchmarks;

import io.github.gateweir.config.ElasticsearchSettings;
import io.github.gateweir.gateway.DeadLetter;
import io.github.gateweir.sink.Document;
import io.github.gateweir.sink.elasticsearch.ElasticsearchOutlet;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
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
   * job itself ends later, with a last checkpoint. It fails when a checkpoint does.
   */
  static double run(ElasticsearchSettings settings, BulkCorpus corpus, Path checkpoints)
      throws Exception {
    documents = corpus.documents();
    FIRST.set(0);
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(1, flink(checkpoints));
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

  /** Checkpoints go to files: the documents under way do not fit into the JobManager's memory. */
  private static Configuration flink(Path checkpoints) {
    Configuration flink = new Configuration();
    flink.set(PipelineOptions.OBJECT_REUSE, true);
    flink.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(10));
    flink.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
    flink.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    return flink;
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
