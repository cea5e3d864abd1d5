package io.github.gateweir.testing;

import java.util.Map;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.testutils.MetricListener;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.metrics.groups.InternalOperatorMetricGroup;
import org.apache.flink.runtime.metrics.groups.TaskMetricGroup;
import org.apache.flink.runtime.metrics.util.InterceptingOperatorMetricGroup;
import org.apache.flink.runtime.metrics.util.InterceptingTaskMetricGroup;

/** The metrics of a task of which a listener sees the groups that its operators add. */
public final class ListenedTask extends InterceptingTaskMetricGroup {

  private final MetricGroup group;

  private ListenedTask(MetricGroup group) {
    this.group = group;
  }

  /** For the environment of a test harness. */
  public static TaskMetricGroup of(MetricListener listener) {
    return new ListenedTask(listener.getMetricGroup());
  }

  @Override
  public InternalOperatorMetricGroup getOrAddOperator(
      OperatorID id, String name, Map<String, String> variables) {
    return new ListenedOperator(group);
  }

  private static final class ListenedOperator extends InterceptingOperatorMetricGroup {
    private final MetricGroup group;

    ListenedOperator(MetricGroup group) {
      this.group = group;
    }

    @Override
    public MetricGroup addGroup(String name) {
      return group.addGroup(name);
    }
  }
}
