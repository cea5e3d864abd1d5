package io.github.gateweir.delivery;

import io.github.gateweir.gateway.RawRecord;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.functions.RichMapFunction;

/**
 * Counts what every subtask of a run passes on, and slows down after so many records, so that a
 * test can stop the job in the middle of its input.
 */
final class Pace extends RichMapFunction<RawRecord, RawRecord> {

  private static final long serialVersionUID = 1L;
  private static final long SLOW_NANOS = 2_000_000;

  /** By run and subtask. Static, because the tasks have copies of the function, in this JVM. */
  private static final Map<String, Map<Integer, Long>> PASSED = new ConcurrentHashMap<>();

  private final String run;
  private final long fast;
  private transient long passed;

  /** A function that is fast for so many records of a subtask. */
  Pace(String run, long fast) {
    this.run = run;
    this.fast = fast;
  }

  /** How many records each subtask of the run has passed on. */
  static Map<Integer, Long> passed(String run) {
    return PASSED.getOrDefault(run, Map.of());
  }

  /** How many records all subtasks of the run have passed on. */
  static long total(String run) {
    return passed(run).values().stream().mapToLong(Long::longValue).sum();
  }

  @Override
  public RawRecord map(RawRecord raw) {
    passed++;
    PASSED
        .computeIfAbsent(run, first -> new ConcurrentHashMap<>())
        .put(getRuntimeContext().getTaskInfo().getIndexOfThisSubtask(), passed);
    if (passed > fast) {
      LockSupport.parkNanos(SLOW_NANOS);
    }
    return raw;
  }
}
