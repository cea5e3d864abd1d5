package io.github.gateweir.job;

import io.github.gateweir.alert.Alert;
import io.github.gateweir.gateway.Place;
import io.github.gateweir.session.LateRecord;
import io.github.gateweir.session.LongDomainAlert;
import io.github.gateweir.session.Session;
import io.github.gateweir.session.SessionJsonWriter;
import io.github.gateweir.session.SessionRecord;
import io.github.gateweir.session.Sessions;
import io.github.gateweir.sink.Document;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Correlates the records of a SessionID to sessions. Gives out the document of every session that
 * is over, and to side outputs the alerts, with their session so far, and the records that came
 * behind the watermark.
 *
 * <p>A key with state has one timer, never later than when its next session closes: when records
 * move that further away, the timer stays and looks again.
 */
final class CorrelateSessionFunction extends KeyedProcessFunction<String, SessionRecord, Document>
    implements CheckpointedFunction {

  /** The alerts of records that belong to a session, and of sessions. */
  static final OutputTag<Alert> ALERTS =
      new OutputTag<>("alerts") {
        private static final long serialVersionUID = 1L;
      };

  /** The records that came too late for their session. */
  static final OutputTag<LateRecord> LATE =
      new OutputTag<>("late-records") {
        private static final long serialVersionUID = 1L;
      };

  /** The open sessions of the key, in their own stored form. */
  static final ValueStateDescriptor<byte[]> SESSIONS =
      new ValueStateDescriptor<>("session", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

  private static final long serialVersionUID = 1L;

  private final SessionRules rules;

  private transient LongDomainAlert longDomains;
  private transient RunCounts counts;
  private transient LastWatermark watermark;
  private transient ValueState<byte[]> state;
  private transient LongCounter sessions;
  private transient Counter closed;
  private transient Counter late;

  CorrelateSessionFunction(SessionRules rules) {
    this.rules = rules;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    counts = new RunCounts();
    counts.restore(context);
    watermark = new LastWatermark();
    watermark.restore(context);
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    counts.snapshot();
    watermark.snapshot();
  }

  @Override
  public void open(OpenContext context) {
    state = getRuntimeContext().getState(SESSIONS);
    longDomains = new LongDomainAlert(rules.longDomainThreshold(), rules.longDomainRecords());
    sessions = counts.open(getRuntimeContext(), RunSummary.SESSIONS);
    JobMetrics metrics = new JobMetrics(getRuntimeContext().getMetricGroup());
    closed = metrics.counter("sessionsClosed");
    late = metrics.counter("lateSessionRecords");
  }

  @Override
  public void processElement(SessionRecord record, Context context, Collector<Document> out)
      throws Exception {
    long now = watermark.update(context.timerService());
    if (record.epochMillis() <= now) {
      late.inc();
      context.output(
          LATE, new LateRecord(record.sessionId(), record.epochMillis(), now, record.place()));
      giveOut(record, null, context);
      return;
    }
    Sessions open = sessions();
    Session session = open.add(record);
    if (longDomains.isRaisedBy(session)) {
      // Also where the alert was given for another session, so that the order does not matter.
      session.addRule(LongDomainAlert.RULE.name());
      if (!open.alerted()) {
        open.setAlerted();
        Alert alert = LongDomainAlert.alert(session, record);
        context.output(ALERTS, alert.in(SessionJsonWriter.soFar(session)));
      }
    }
    giveOut(record, session, context);
    schedule(open, context.timerService());
    state.update(open.toBytes());
  }

  /** The alerts of the record, with its session so far if it is in time for one. */
  private static void giveOut(SessionRecord record, Session session, Context context) {
    if (record.alerts().length == 0) {
      return;
    }
    byte[] soFar = session == null ? null : SessionJsonWriter.soFar(session);
    for (Alert alert : record.alerts()) {
      context.output(ALERTS, soFar == null ? alert : alert.in(soFar));
    }
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Document> out) throws Exception {
    TimerService timers = context.timerService();
    watermark.update(timers);
    // Not the timer's time: when the watermark jumps, all that it has passed is over.
    long now = Math.max(time, timers.currentWatermark());
    Sessions open = sessions();
    open.setTimer(Sessions.NO_TIMER);
    for (Session session : open.close(context.getCurrentKey(), now)) {
      closed.inc();
      if (rules.emitsAll() || session.isCorrelated()) {
        sessions.add(1);
        out.collect(document(session));
      }
    }
    if (open.isEmpty()) {
      state.clear();
    } else {
      schedule(open, timers);
      state.update(open.toBytes());
    }
  }

  private Sessions sessions() throws Exception {
    byte[] stored = state.value();
    return stored == null
        ? new Sessions(rules.limits())
        : Sessions.fromBytes(stored, rules.limits());
  }

  private static void schedule(Sessions open, TimerService timers) {
    long wanted = open.nextClose();
    if (open.timer() != Sessions.NO_TIMER && open.timer() <= wanted) {
      return;
    }
    if (open.timer() != Sessions.NO_TIMER) {
      timers.deleteEventTimeTimer(open.timer());
    }
    timers.registerEventTimeTimer(wanted);
    open.setTimer(wanted);
  }

  private static Document document(Session session) {
    return new Document(
        session.id(), session.sessionId(), SessionJsonWriter.document(session), Place.NOWHERE);
  }
}
