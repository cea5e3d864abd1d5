package io.github.gateweir.job;

import io.github.gateweir.ecs.EcsMapper;
import io.github.gateweir.ecs.Mapped;
import io.github.gateweir.gateway.RawRecord;
import java.time.Clock;
import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;

/** Maps every raw record to an event, a dead letter or a reason to ignore it. It has no state. */
final class MapToEcsFunction extends RichMapFunction<RawRecord, Mapped> {

  private static final long serialVersionUID = 1L;

  private final Duration maxAhead;
  private transient EcsMapper mapper;

  MapToEcsFunction(Duration maxAhead) {
    this.maxAhead = maxAhead;
  }

  @Override
  public void open(OpenContext context) {
    mapper = new EcsMapper(Clock.systemUTC(), maxAhead);
  }

  @Override
  public Mapped map(RawRecord raw) {
    return mapper.map(raw);
  }
}
