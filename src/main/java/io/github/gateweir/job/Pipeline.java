package io.github.gateweir.job;

import io.github.gateweir.ecs.EcsEvent;
import io.github.gateweir.ecs.Mapped;
import io.github.gateweir.ecs.Profile;
import io.github.gateweir.gateway.DeadLetter;
import io.github.gateweir.gateway.RawRecord;
import io.github.gateweir.sink.Document;
import java.time.Duration;
import java.util.Optional;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job's topology. It knows no connector: see {@link Inlet} and {@link Outlets}. */
public final class Pipeline {

  private Pipeline() {}

  /**
   * Adds the whole job to the environment.
   *
   * @param profile what is written of the events
   * @param maxAhead how far ahead of the wall clock a timestamp may be before it is suspect
   */
  public static void build(
      StreamExecutionEnvironment env,
      Inlet inlet,
      Outlets outlets,
      Profile profile,
      Duration maxAhead) {

    DataStream<RawRecord> raw = inlet.read(env);

    SingleOutputStreamOperator<Mapped> mapped =
        raw.map(new MapToEcsFunction(maxAhead)).uid(OperatorIds.MAP_TO_ECS).name("map to ECS");

    SingleOutputStreamOperator<EcsEvent> routed =
        mapped.process(new RouteFunction()).uid(OperatorIds.ROUTE).name("route");

    SingleOutputStreamOperator<Document> events =
        routed
            .process(new RenderEventFunction(profile, outlets.events().maxDocumentBytes()))
            .uid(OperatorIds.RENDER_EVENTS)
            .name("render events");

    DataStream<DeadLetter> letters =
        routed
            .getSideOutput(RouteFunction.DEAD_LETTERS)
            .union(events.getSideOutput(RouteFunction.DEAD_LETTERS));
    Optional<DataStream<DeadLetter>> refused = outlets.events().write(events);
    if (refused.isPresent()) {
      letters = letters.union(refused.get());
    }

    SingleOutputStreamOperator<Document> deadLetters =
        letters
            .map(new RenderDeadLetterFunction(outlets.deadLetters().maxDocumentBytes()))
            .uid(OperatorIds.RENDER_DEAD_LETTERS)
            .name("render dead letters");
    outlets.deadLetters().write(deadLetters);
  }
}
