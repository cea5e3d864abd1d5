package io.github.gateweir.delivery;

import io.github.gateweir.config.SinkStream;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.testutils.InMemoryReporter;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;

/** The metrics of the jobs of a cluster, those of attempts that have ended too. */
final class JobMeters {

  private final InMemoryReporter reporter = InMemoryReporter.createWithRetainedMetrics();

  /** The cluster whose jobs' metrics these are. */
  MiniClusterExtension cluster(int slots) {
    return new MiniClusterExtension(
        new MiniClusterResourceConfiguration.Builder()
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(slots)
            .setConfiguration(reporter.addToConfiguration(new Configuration()))
            .build());
  }

  /** A counter of the way to a stream's sink, over all subtasks and attempts. */
  long count(JobClient job, SinkStream stream, String name) {
    return metrics(job, name, stream.label() + " to Elasticsearch")
        .mapToLong(metric -> ((Counter) metric).getCount())
        .sum();
  }

  /** Whether the ways to both sinks have got all that they must get. */
  boolean haveGot(JobClient job, Expected expected) {
    return count(job, SinkStream.EVENTS, "numRecordsIn") == expected.events()
        && count(job, SinkStream.DEAD_LETTERS, "numRecordsIn") == expected.deadLetters();
  }

  /** A gauge of the way to a stream's sink, the largest of the subtasks'. */
  long largest(JobClient job, SinkStream stream, String name) {
    return metrics(job, name, stream.label() + " to Elasticsearch")
        .mapToLong(JobMeters::value)
        .max()
        .orElse(0);
  }

  /** A gauge of the job as a whole, such as {@code numRestarts}. */
  long ofJob(JobClient job, String name) {
    return metrics(job, name, null).mapToLong(JobMeters::value).findFirst().orElseThrow();
  }

  /** Where the last checkpoint of the job lies. */
  String checkpoint(JobClient job) {
    return metrics(job, "lastCheckpointExternalPath", null)
        .map(metric -> ((Gauge<?>) metric).getValue().toString())
        .findFirst()
        .orElseThrow();
  }

  private static long value(Metric metric) {
    return ((Number) ((Gauge<?>) metric).getValue()).longValue();
  }

  private Stream<Metric> metrics(JobClient job, String name, String operator) {
    String id = job.getJobID().toString();
    synchronized (reporter) {
      return reporter.getMetricsByGroup().entrySet().stream()
          .filter(group -> id.equals(variable(group.getKey(), "<job_id>")))
          .filter(
              group ->
                  operator == null || operator.equals(variable(group.getKey(), "<operator_name>")))
          .map(Map.Entry::getValue)
          .filter(metrics -> metrics.containsKey(name))
          .map(metrics -> metrics.get(name))
          .toList()
          .stream();
    }
  }

  private static String variable(MetricGroup group, String name) {
    return group.getAllVariables().get(name);
  }
}
