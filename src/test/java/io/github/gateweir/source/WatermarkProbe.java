package io.github.gateweir.source;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Passes everything on and notes, for every subtask, the watermarks that it sees. */
final class WatermarkProbe<T> extends AbstractStreamOperator<T>
    implements OneInputStreamOperator<T, T> {

  private static final long serialVersionUID = 1L;
  private static final Map<String, List<Long>> SEEN = new ConcurrentHashMap<>();

  private final String name;

  /** A probe whose watermarks are found by this name. */
  WatermarkProbe(String name) {
    this.name = name;
  }

  static void forget() {
    SEEN.clear();
  }

  /** The watermarks that a subtask of a probe has seen, in their order. */
  static List<Long> seen(String name, int subtask) {
    return SEEN.getOrDefault(name + subtask, List.of());
  }

  /** The watermark of a subtask of a probe; {@link Long#MIN_VALUE} while there is none. */
  static long current(String name, int subtask) {
    List<Long> seen = List.copyOf(seen(name, subtask));
    return seen.isEmpty() ? Long.MIN_VALUE : seen.get(seen.size() - 1);
  }

  @Override
  public void processElement(StreamRecord<T> element) {
    output.collect(element);
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    SEEN.computeIfAbsent(
            name + getRuntimeContext().getTaskInfo().getIndexOfThisSubtask(),
            key -> new CopyOnWriteArrayList<>())
        .add(mark.getTimestamp());
    super.processWatermark(mark);
  }
}
