package io.github.gateweir.job;

import io.github.gateweir.ecs.EcsEvent;
import io.github.gateweir.ecs.Mapped;
import io.github.gateweir.gateway.DeadLetter;
import io.github.gateweir.gateway.RawRecord;
import io.github.gateweir.sink.Document;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job's topology. It knows no connector: see {@link Inlet} and {@link Outlets}. */
public final class Pipeline {

  private Pipeline() {}

  /** Adds the whole job to the environment. */
  public static void build(
      StreamExecutionEnvironment env, Inlet inlet, Outlets outlets, PipelineSettings settings) {

    DataStream<RawRecord> raw = inlet.read(env);

    SingleOutputStreamOperator<Mapped> mapped =
        raw.map(new MapToEcsFunction(settings.maxAhead()))
            .uid(OperatorIds.MAP_TO_ECS)
            .name("map to ECS");

    SingleOutputStreamOperator<EcsEvent> routed =
        mapped.process(new RouteFunction()).uid(OperatorIds.ROUTE).name("route");

    DataStream<EcsEvent> distinct =
        settings.deduplicates() ? deduplicate(routed, settings) : routed;

    SingleOutputStreamOperator<Document> events =
        distinct
            .process(
                new RenderEventFunction(settings.profile(), outlets.events().maxDocumentBytes()))
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

  private static DataStream<EcsEvent> deduplicate(
      DataStream<EcsEvent> events, PipelineSettings settings) {
    return events
        .keyBy(DeduplicateFunction::key, Types.STRING)
        .process(new DeduplicateFunction(settings.dedupWindow()))
        .uid(OperatorIds.DEDUPLICATE)
        .name("deduplicate");
  }
}
