package io.github.gateweir.sink.elasticsearch;

import io.github.gateweir.config.ElasticsearchSettings;
import io.github.gateweir.config.SinkStream;
import io.github.gateweir.elasticsearch.ElasticsearchClient;
import io.github.gateweir.gateway.DeadLetter;
import io.github.gateweir.job.OperatorIds;
import io.github.gateweir.job.Outlet;
import io.github.gateweir.sink.Document;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Writes documents to an Elasticsearch or OpenSearch data stream. What is refused comes back as
 * dead letters; a refused dead letter ends the job, because there is no further place for it.
 */
public final class ElasticsearchOutlet implements Outlet {

  private final SinkStream stream;
  private final ElasticsearchSettings settings;

  /** An outlet for one stream. */
  public ElasticsearchOutlet(SinkStream stream, ElasticsearchSettings settings) {
    this.stream = stream;
    this.settings = settings;
  }

  @Override
  public Optional<DataStream<DeadLetter>> write(DataStream<Document> documents) {
    ElasticsearchSettings cluster = settings;
    String path = ClientChannel.path(settings.dataStream(stream.dataset()));
    BulkChannel.Factory channels =
        () -> new ClientChannel(new ElasticsearchClient(cluster.endpoint()), path);
    return Optional.of(
        documents
            .transform(
                stream.label() + " to Elasticsearch",
                TypeInformation.of(DeadLetter.class),
                new WriteBulkOperatorFactory(stream, settings, channels))
            .uid(OperatorIds.sink(stream, "elasticsearch")));
  }
}
