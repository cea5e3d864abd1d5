package io.github.gateweir.detection;

import io.github.gateweir.alert.Alert;
import io.github.gateweir.alert.AlertGroup;
import io.github.gateweir.alert.AlertId;
import io.github.gateweir.alert.AlertRule;
import io.github.gateweir.alert.MatchAlertWriter;
import io.github.gateweir.alert.Reason;
import io.github.gateweir.ecs.EcsEvent;
import io.github.gateweir.sigma.compile.Contribution;
import io.github.gateweir.sigma.compile.RuleMatcher;
import io.github.gateweir.sigma.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Evaluates rules on events and makes the alerts. Not safe for several threads. */
public final class Detector {

  private static final Alert[] NONE = {};

  private final Detections detections;
  private final RuleMatcher<EcsEvent> matcher;
  private final MatchAlertWriter writer = new MatchAlertWriter();
  private final List<Rule> matched = new ArrayList<>();

  /** A detector with these rules. */
  public Detector(Detections detections) {
    this.detections = detections;
    matcher = detections.matcher();
  }

  /** The alerts on an event, in the order of the rules. */
  public Alert[] detect(EcsEvent event) {
    matched.clear();
    matcher.match(event, matched::add);
    if (matched.isEmpty()) {
      return NONE;
    }
    Alert[] alerts = new Alert[matched.size()];
    for (int i = 0; i < alerts.length; i++) {
      alerts[i] = alert(detections.of(matched.get(i)), event);
    }
    return alerts;
  }

  private Alert alert(Detection detection, EcsEvent event) {
    AlertRule rule = detection.says();
    Map<String, @Nullable String> values = detection.groupValues(event);
    AlertGroup group = detection.group(event, values);
    String id = group == null ? AlertId.of(rule.id(), rule.version(), event.id()) : group.alertId();
    return new Alert(
        id,
        rule.name(),
        rule.level().label(),
        event.sessionId(),
        writer.write(id, rule, event, reasons(detection.rule()), values),
        event.place(),
        group);
  }

  private List<Reason> reasons(Rule rule) {
    List<Reason> reasons = new ArrayList<>();
    for (Contribution part : matcher.contributions(rule)) {
      reasons.add(new Reason(part.field(), part.value(), part.search(), part.entry()));
    }
    return reasons;
  }
}
