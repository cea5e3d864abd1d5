package io.github.gateweir.job;

import io.github.gateweir.session.LateRecord;
import java.time.Instant;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs where records were read that came too late for their session, a few a minute. */
final class LogLateRecordsFunction implements FlatMapFunction<LateRecord, LateRecord> {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(LogLateRecordsFunction.class);
  private static final long MINUTE_NANOS = 60_000_000_000L;
  private static final int MOST_A_MINUTE = 10;

  private transient long minute;
  private transient int logged;

  @Override
  public void flatMap(LateRecord record, Collector<LateRecord> out) {
    long now = System.nanoTime() / MINUTE_NANOS;
    if (now != minute) {
      minute = now;
      logged = 0;
    }
    if (logged < MOST_A_MINUTE) {
      logged++;
      LOG.warn(
          "A record of session {} is late: its time is {}, and event time has come to {}. It was read"
              + " at {} and is written, but is not in its session.",
          record.sessionId(),
          Instant.ofEpochMilli(record.epochMillis()),
          Instant.ofEpochMilli(record.watermark()),
          record.place());
    }
  }
}
