package io.github.gateweir.job;

import java.util.Map;

/**
 * What a bounded run did: read = events + dead letters + ignored.
 *
 * @param read lines and tombstones
 * @param events documents written
 * @param deadLetters records that could not become a document
 * @param ignored blank lines, upload tests and tombstones
 * @param seconds how long it took
 */
public record RunSummary(long read, long events, long deadLetters, long ignored, double seconds) {

  static final String READ = "read";
  static final String IGNORED = "ignored";

  /** Dead letters that the mapping found. */
  static final String UNMAPPABLE = "unmappable";

  /** Dead letters that were found after the mapping. */
  static final String UNWRITABLE = "unwritable";

  static final String EVENTS = "events";

  /** The summary of a job that has ended, from its accumulators. */
  public static RunSummary of(Map<String, Object> accumulators, double seconds) {
    return new RunSummary(
        get(accumulators, READ),
        get(accumulators, EVENTS),
        get(accumulators, UNMAPPABLE) + get(accumulators, UNWRITABLE),
        get(accumulators, IGNORED),
        seconds);
  }

  private static long get(Map<String, Object> accumulators, String name) {
    return accumulators.get(name) instanceof Long count ? count : 0;
  }
}
