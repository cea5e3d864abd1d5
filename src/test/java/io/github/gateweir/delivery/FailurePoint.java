package io.github.gateweir.delivery;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A point at which the job fails, once.
 *
 * @param run which run of the job, so that runs do not share points
 * @param number which point of the run
 * @param subtask the subtask that fails
 * @param after how many records the subtask must have seen, those of earlier attempts included
 * @param sinceCheckpoint how many of them must have come after the last checkpoint
 */
record FailurePoint(String run, int number, int subtask, long after, int sinceCheckpoint)
    implements Serializable {

  /** Points that are spread over a run whose subtasks see so many records each. */
  static List<FailurePoint> spread(String run, int points, int subtasks, long records, long seed) {
    Random random = new Random(seed);
    long part = records / (points + 2);
    List<FailurePoint> spread = new ArrayList<>();
    for (int point = 0; point < points; point++) {
      long after = point * part + random.nextLong(part);
      int sinceCheckpoint = 100 + random.nextInt(200);
      spread.add(new FailurePoint(run, point, point % subtasks, after, sinceCheckpoint));
    }
    return List.copyOf(spread);
  }
}
