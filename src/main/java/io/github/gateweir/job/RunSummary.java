package io.github.gateweir.job;

import io.github.gateweir.config.SinkStream;
import java.util.Map;

/**
 * What a bounded run did: read = events + dead letters + ignored.
 *
 * @param read lines and tombstones
 * @param events documents written
 * @param alerts alerts written
 * @param sessions sessions written
 * @param deadLetters records that could not become a document
 * @param ignored blank lines, upload tests, tombstones, and duplicates where they are looked for
 * @param seconds how long it took
 */
public record RunSummary(
    long read,
    long events,
    long alerts,
    long sessions,
    long deadLetters,
    long ignored,
    double seconds) {

  static final String READ = "read";
  static final String IGNORED = "ignored";

  /** Events that were dropped because they had passed before. */
  static final String DUPLICATES = "duplicates";

  /** Dead letters that the mapping found. */
  static final String UNMAPPABLE = "unmappable";

  /** Dead letters that were found after the mapping. */
  static final String UNWRITABLE = "unwritable";

  static final String EVENTS = "events";
  static final String ALERTS = "alerts";
  static final String SESSIONS = "sessions";

  private static final String REFUSED = "refused-";

  /** The summary of a job that has ended, from its accumulators. */
  public static RunSummary of(Map<String, Object> accumulators, double seconds) {
    long refused = get(accumulators, refused(SinkStream.EVENTS));
    return new RunSummary(
        get(accumulators, READ),
        get(accumulators, EVENTS) - refused,
        get(accumulators, ALERTS) - get(accumulators, refused(SinkStream.ALERTS)),
        get(accumulators, SESSIONS) - get(accumulators, refused(SinkStream.SESSIONS)),
        get(accumulators, UNMAPPABLE) + get(accumulators, UNWRITABLE) + refused,
        get(accumulators, IGNORED) + get(accumulators, DUPLICATES),
        seconds);
  }

  /** The accumulator of a stream's documents that its sink refused. */
  public static String refused(SinkStream stream) {
    return REFUSED + stream.label();
  }

  private static long get(Map<String, Object> accumulators, String name) {
    return accumulators.get(name) instanceof Long count ? count : 0;
  }
}
