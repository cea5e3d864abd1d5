package io.github.gateweir.job;

import io.github.gateweir.gateway.RawRecord;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Where the job's records come from. */
@FunctionalInterface
public interface Inlet {

  /** Adds the source, with its watermarks, to the job. */
  DataStream<RawRecord> read(StreamExecutionEnvironment env);
}
