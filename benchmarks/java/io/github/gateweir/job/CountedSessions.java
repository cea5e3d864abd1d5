package io.github.gateweir.job;

import io.github.gateweir.session.SessionRecord;
import io.github.gateweir.sink.Document;
import java.io.Serializable;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** The job's correlation by SessionID, which a benchmark can follow record by record. */
public final class CountedSessions {

  /** Is told of each record that was processed, by all subtasks at once. */
  @FunctionalInterface
  public interface Listener extends Serializable {
    /** One record was. */
    void processed();
  }

  private CountedSessions() {}

  /**
   * Adds the correlation.
   *
   * @param listener is told of each record
   */
  public static SingleOutputStreamOperator<Document> correlate(
      DataStream<SessionRecord> records, SessionRules rules, Listener listener) {
    return records
        .keyBy(SessionRecord::sessionId, Types.STRING)
        .transform(
            "correlate sessions",
            TypeInformation.of(Document.class),
            new Operator(rules, listener));
  }

  private static final class Operator
      extends KeyedProcessOperator<String, SessionRecord, Document> {

    private static final long serialVersionUID = 1L;

    private final Listener listener;

    Operator(SessionRules rules, Listener listener) {
      super(new CorrelateSessionFunction(rules));
      this.listener = listener;
    }

    @Override
    public void processElement(StreamRecord<SessionRecord> record) throws Exception {
      super.processElement(record);
      listener.processed();
    }
  }
}
