package io.github.gateweir.job;

import io.github.gateweir.alert.Alert;
import io.github.gateweir.ecs.EcsEvent;
import io.github.gateweir.ecs.Mapped;
import io.github.gateweir.gateway.DeadLetter;
import io.github.gateweir.gateway.RawRecord;
import io.github.gateweir.session.SessionRecord;
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

    SingleOutputStreamOperator<SessionRecord> detected =
        distinct
            .process(new DetectFunction(settings.rules()))
            .uid(OperatorIds.DETECT)
            .name("detect");

    SingleOutputStreamOperator<Document> sessions = correlate(detected, settings);

    SingleOutputStreamOperator<Document> alerts =
        suppress(
                detected
                    .getSideOutput(DetectFunction.ALERTS)
                    .union(sessions.getSideOutput(CorrelateSessionFunction.ALERTS)))
            .map(new RenderAlertFunction())
            .uid(OperatorIds.RENDER_ALERTS)
            .name("render alerts");

    DataStream<DeadLetter> letters =
        routed
            .getSideOutput(RouteFunction.DEAD_LETTERS)
            .union(events.getSideOutput(RouteFunction.DEAD_LETTERS));
    letters = union(letters, outlets.events().write(events));
    letters = union(letters, outlets.sessions().write(sessions));
    letters = union(letters, outlets.alerts().write(alerts));

    SingleOutputStreamOperator<Document> deadLetters =
        letters
            .map(new RenderDeadLetterFunction(outlets.deadLetters().maxDocumentBytes()))
            .uid(OperatorIds.RENDER_DEAD_LETTERS)
            .name("render dead letters");
    outlets.deadLetters().write(deadLetters);
  }

  private static SingleOutputStreamOperator<Document> correlate(
      DataStream<SessionRecord> records, PipelineSettings settings) {
    SingleOutputStreamOperator<Document> sessions =
        records
            .keyBy(SessionRecord::sessionId, Types.STRING)
            .process(new CorrelateSessionFunction(settings.sessions()))
            .uid(OperatorIds.CORRELATE_SESSIONS)
            .name("correlate sessions");
    sessions
        .getSideOutput(CorrelateSessionFunction.LATE)
        .flatMap(new LogLateRecordsFunction())
        .uid(OperatorIds.LOG_LATE_RECORDS)
        .name("log late records");
    return sessions;
  }

  private static SingleOutputStreamOperator<Alert> suppress(DataStream<Alert> alerts) {
    return alerts
        .keyBy(SuppressAlertsFunction::key, Types.STRING)
        .process(new SuppressAlertsFunction())
        .uid(OperatorIds.SUPPRESS_ALERTS)
        .name("suppress alerts");
  }

  private static DataStream<DeadLetter> union(
      DataStream<DeadLetter> letters, Optional<DataStream<DeadLetter>> more) {
    return more.isPresent() ? letters.union(more.get()) : letters;
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
