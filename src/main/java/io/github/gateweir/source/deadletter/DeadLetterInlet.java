package io.github.gateweir.source.deadletter;

import io.github.gateweir.gateway.RawRecord;
import io.github.gateweir.job.Inlet;
import io.github.gateweir.job.OperatorIds;
import io.github.gateweir.source.RecordTime;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Reads dead letters and gives out the records that they hold, with their first place. */
public final class DeadLetterInlet implements Inlet {

  /**
   * More bytes than a dead letter's document can have: in JSON each byte of the original takes six
   * at the most, and there is some room for the rest.
   */
  public static final int LONGEST_DOCUMENT = 8 * RawRecord.MAX_LENGTH;

  private final Inlet documents;
  private final HashMap<String, String> consumer;

  /**
   * An inlet on top of another one, which reads the dead letters as lines and ends.
   *
   * @param consumer the properties of a Kafka consumer, for records that a dead letter holds only
   *     the beginning of; empty when there is no Kafka
   */
  public DeadLetterInlet(Inlet documents, Map<String, String> consumer) {
    this.documents = documents;
    this.consumer = new HashMap<>(consumer);
  }

  @Override
  public DataStream<RawRecord> read(StreamExecutionEnvironment env) {
    return documents
        .read(env)
        .map(new ReadDeadLetterFunction(consumer))
        .uid(OperatorIds.READ_DEAD_LETTERS)
        .name("read dead letters")
        .assignTimestampsAndWatermarks(RecordTime.heldToTheEnd())
        .uid(OperatorIds.REPLAY_EVENT_TIME)
        .name("replay event time");
  }
}
