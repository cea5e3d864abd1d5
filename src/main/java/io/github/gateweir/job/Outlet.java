package io.github.gateweir.job;

import io.github.gateweir.sink.Document;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Where one of the job's streams goes. */
@FunctionalInterface
public interface Outlet {

  /** Adds the sink to the job. */
  void write(DataStream<Document> documents);
}
