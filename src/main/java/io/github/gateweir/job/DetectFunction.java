package io.github.gateweir.job;

import io.github.gateweir.alert.Alert;
import io.github.gateweir.detection.Detector;
import io.github.gateweir.detection.RuleFiles;
import io.github.gateweir.ecs.EcsEvent;
import io.github.gateweir.intel.InvalidListException;
import io.github.gateweir.session.SessionRecord;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Evaluates the rules on an event. What its session keeps of it goes on, with the alerts; alerts on
 * an event without session go to a side output.
 */
final class DetectFunction extends ProcessFunction<EcsEvent, SessionRecord> {

  /** The alerts on events that belong to no session. */
  static final OutputTag<Alert> ALERTS =
      new OutputTag<>("alerts") {
        private static final long serialVersionUID = 1L;
      };

  private static final long serialVersionUID = 1L;

  private final RuleFiles rules;

  private transient Detector detector;
  private transient SessionRecords records;
  private transient Counter matches;

  DetectFunction(RuleFiles rules) {
    this.rules = rules;
  }

  @Override
  public void open(OpenContext context) throws InvalidListException {
    detector = new Detector(rules.load());
    records = new SessionRecords();
    JobMetrics metrics = new JobMetrics(getRuntimeContext().getMetricGroup());
    matches = metrics.counter("rulesMatched");
  }

  @Override
  public void processElement(EcsEvent event, Context context, Collector<SessionRecord> out) {
    Alert[] alerts = detector.detect(event);
    matches.inc(alerts.length);
    SessionRecord record = records.of(event, alerts);
    if (record != null) {
      out.collect(record);
    } else {
      for (Alert alert : alerts) {
        context.output(ALERTS, alert);
      }
    }
  }
}
