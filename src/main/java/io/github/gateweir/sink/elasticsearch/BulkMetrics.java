package io.github.gateweir.sink.elasticsearch;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/**
 * The metrics of a stream's way to Elasticsearch.
 *
 * @param bulkRequests requests sent, repeated ones too
 * @param documentsWritten documents that Elasticsearch took
 * @param conflicts documents that were there already
 * @param retries documents that were sent again
 * @param rejected documents that Elasticsearch refused for good
 * @param bulkLatency milliseconds from a request to its answer
 */
record BulkMetrics(
    Counter bulkRequests,
    Counter documentsWritten,
    Counter conflicts,
    Counter retries,
    Counter rejected,
    Histogram bulkLatency) {

  private static final int LATENCIES_KEPT = 1000;

  static BulkMetrics in(MetricGroup operator, Gauge<Long> secondsSinceLastAcknowledged) {
    MetricGroup group = operator.addGroup("gateweir");
    group.gauge("secondsSinceLastAcknowledged", secondsSinceLastAcknowledged);
    return new BulkMetrics(
        group.counter("bulkRequests"),
        group.counter("documentsWritten"),
        group.counter("conflicts"),
        group.counter("retries"),
        group.counter("rejected"),
        group.histogram("bulkLatency", new DescriptiveStatisticsHistogram(LATENCIES_KEPT)));
  }
}
