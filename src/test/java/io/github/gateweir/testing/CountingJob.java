package io.github.gateweir.testing;

import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * A job that counts numbers in the accumulator {@code counted}. Its arguments: how many, and how
 * many a second. Public, because Flink's client asks for that.
 */
public final class CountingJob {
  private CountingJob() {}

  /** Runs the job; Flink's client calls this. */
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    DataGeneratorSource<Long> numbers =
        new DataGeneratorSource<>(
            number -> number,
            Long.parseLong(args[0]),
            RateLimiterStrategy.perSecond(Double.parseDouble(args[1])),
            Types.LONG);
    env.fromSource(numbers, WatermarkStrategy.noWatermarks(), "numbers")
        .map(new Count())
        .sinkTo(new DiscardingSink<>());
    env.execute("counting");
  }

  private static final class Count extends RichMapFunction<Long, Long> {
    private static final long serialVersionUID = 1L;

    private final LongCounter counted = new LongCounter();

    @Override
    public void open(OpenContext context) {
      getRuntimeContext().addAccumulator("counted", counted);
    }

    @Override
    public Long map(Long number) {
      counted.add(1);
      return number;
    }
  }
}
