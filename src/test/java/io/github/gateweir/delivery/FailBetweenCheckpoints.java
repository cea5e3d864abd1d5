package io.github.gateweir.delivery;

import io.github.gateweir.gateway.RawRecord;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;

/**
 * Passes records on and fails at points: when a checkpoint of this attempt is complete, none is
 * under way, and records have gone on since, so that there is something to throw away. At a point
 * it nearly stops while it waits for a checkpoint, so that the input does not end before the point
 * is hit, however slow the machine is.
 */
final class FailBetweenCheckpoints extends RichMapFunction<RawRecord, RawRecord>
    implements CheckpointedFunction, CheckpointListener {

  private static final long serialVersionUID = 1L;
  private static final long WAIT_NANOS = 5_000_000;
  private static final long NONE = -1;

  /** Static, because every attempt has a function of its own, in this JVM. */
  private static final Set<FailurePoint> HIT = ConcurrentHashMap.newKeySet();

  private final List<FailurePoint> points;
  private transient ListState<Long> state;
  private transient long seen;
  private transient long sinceSnapshot;
  private transient long snapshot;
  private transient long completed;

  FailBetweenCheckpoints(List<FailurePoint> points) {
    this.points = points;
  }

  /** The points of a run at which it has failed. */
  static List<FailurePoint> hit(String run) {
    return HIT.stream().filter(point -> point.run().equals(run)).toList();
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    state =
        context.getOperatorStateStore().getListState(new ListStateDescriptor<>("seen", Types.LONG));
    for (long before : state.get()) {
      seen += before;
    }
    snapshot = NONE;
    completed = NONE;
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    state.update(List.of(seen));
    snapshot = context.getCheckpointId();
    sinceSnapshot = 0;
  }

  @Override
  public void notifyCheckpointComplete(long checkpointId) {
    completed = checkpointId;
  }

  @Override
  public RawRecord map(RawRecord raw) {
    seen++;
    sinceSnapshot++;
    FailurePoint next = next();
    if (next != null && seen > next.after()) {
      failOrWait(next);
    }
    return raw;
  }

  /** The points are hit one after the other, in the order of what must have been seen. */
  private FailurePoint next() {
    for (FailurePoint point : points) {
      if (!HIT.contains(point)) {
        return point;
      }
    }
    return null;
  }

  private void failOrWait(FailurePoint point) {
    if (point.subtask() != getRuntimeContext().getTaskInfo().getIndexOfThisSubtask()) {
      LockSupport.parkNanos(WAIT_NANOS);
      return;
    }
    if (snapshot != NONE && sinceSnapshot <= point.sinceCheckpoint()) {
      return;
    }
    if (completed != NONE && completed == snapshot) {
      HIT.add(point);
      throw new IllegalStateException("This failure is part of the test: " + point);
    }
    LockSupport.parkNanos(WAIT_NANOS);
  }
}
