package io.github.gateweir.job;

import io.github.gateweir.gateway.DeadLetterCode;
import io.github.gateweir.gateway.IgnoreReason;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** The job's own metrics, all in the group {@code gateweir}; their names are public interface. */
final class JobMetrics {

  private final MetricGroup group;

  JobMetrics(MetricGroup operator) {
    group = operator.addGroup("gateweir");
  }

  Counter counter(String name) {
    return group.counter(name);
  }

  /** {@code deadLetters} by code: in Prometheus a label. */
  Counter deadLetters(DeadLetterCode code) {
    return group.addGroup("code", code.code()).counter("deadLetters");
  }

  /** {@code ignored} by reason: in Prometheus a label. */
  Counter ignored(IgnoreReason reason) {
    return group.addGroup("reason", reason.reason()).counter("ignored");
  }
}
