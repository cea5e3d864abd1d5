package io.github.gateweir.job;

import io.github.gateweir.gateway.DeadLetter;
import io.github.gateweir.sink.Document;
import java.util.Optional;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Where one of the job's streams goes. */
@FunctionalInterface
public interface Outlet {

  /**
   * Adds the sink to the job.
   *
   * @return what the sink refuses; empty for one that takes everything
   */
  Optional<DataStream<DeadLetter>> write(DataStream<Document> documents);

  /** The most that the sink takes of a document and its key together, in bytes. */
  default int maxDocumentBytes() {
    return Integer.MAX_VALUE;
  }
}
