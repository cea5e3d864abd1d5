package io.github.gateweir.source;

import io.github.gateweir.config.EventTimeSettings;
import io.github.gateweir.gateway.RawRecord;
import io.github.gateweir.job.OperatorIds;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/** What the inlets of streams have in common. */
public final class Sources {

  private Sources() {}

  /** The watermarks of each file or partition of a stream. */
  public static WatermarkStrategy<RawRecord> streaming(EventTimeSettings settings) {
    return RecordTime.following(settings.outOfOrderness(), settings.maxAhead())
        .withIdleness(settings.idleness());
  }

  /** Keeps event time going when a stream is quiet. */
  public static DataStream<RawRecord> keepEventTime(
      DataStream<RawRecord> raw, EventTimeSettings settings) {
    return raw.transform(
            "keep event time",
            TypeInformation.of(RawRecord.class),
            new EventTimeOperator(settings.idleness(), settings.quiet()))
        .uid(OperatorIds.KEEP_EVENT_TIME);
  }
}
