package io.github.gateweir.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The state of a million live sessions in the job's operator, its checkpoints and the records per
 * second, in RocksDB as Gateweir comes, and on the heap. The two alternate in one run; each ends
 * with all sessions closed and counted before its numbers are believed.
 */
public final class SessionStateBenchmark {

  private static final int RUNS = 3;

  private enum Backend {
    ROCKSDB,
    HASHMAP
  }

  /** One run of one backend; times in seconds. */
  private record Run(
      double first,
      double more,
      SessionJob.Checkpoint full,
      SessionJob.Checkpoint next,
      double end) {}

  private final Map<Backend, List<Run>> runs = new EnumMap<>(Backend.class);

  private SessionStateBenchmark() {}

  /** Prints the table. */
  public static void main(String[] arguments) throws Exception {
    SessionStateBenchmark benchmark = new SessionStateBenchmark();
    // The first round warms up.
    for (int round = 0; round <= RUNS; round++) {
      for (Backend backend : Backend.values()) {
        Run run = run(backend);
        System.err.printf("%s: %s%n", backend, run);
        if (round > 0) {
          benchmark.runs.computeIfAbsent(backend, key -> new ArrayList<>()).add(run);
        }
      }
    }
    System.out.print(benchmark.table());
  }

  private static Run run(Backend backend) throws Exception {
    Path folder = Files.createTempDirectory("gateweir-benchmark-");
    try (SessionJob job = SessionJob.start(backend.name().toLowerCase(Locale.ROOT), folder)) {
      double first = job.run(SessionStage.FIRST);
      double more = job.run(SessionStage.MORE);
      SessionJob.Checkpoint full = job.checkpoint();
      job.run(SessionStage.AGAIN);
      SessionJob.Checkpoint next = job.checkpoint();
      return new Run(first, more, full, next, job.end());
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  private String table() {
    return "%,d live sessions with 2 records each on average. Medians of %d runs.%n%n"
            .formatted(SessionStage.SESSIONS, RUNS)
        + "| what | RocksDB | heap | RocksDB, times the heap's |\n|---|---:|---:|---:|\n"
        + row(
            "records/s, each the first of its session",
            "%,.0f",
            run -> SessionStage.FIRST.records() / run.first())
        + row(
            "records/s, each of a session that is there",
            "%,.0f",
            run -> SessionStage.MORE.records() / run.more())
        + row("sessions closed/s", "%,.0f", run -> SessionStage.SESSIONS / run.end())
        + row("first checkpoint: MB", "%,.1f", run -> run.full().bytes() / 1e6)
        + row("bytes per session", "%,.0f", run -> 1.0 * run.full().bytes() / SessionStage.SESSIONS)
        + row("seconds", "%.2f", run -> run.full().seconds())
        + row(
            "checkpoint after one more record of 1 % of the sessions: MB written",
            "%,.1f", run -> run.next().written() / 1e6)
        + row("MB of the whole state", "%,.1f", run -> run.next().bytes() / 1e6)
        + row("seconds", "%.2f", run -> run.next().seconds());
  }

  private String row(String what, String format, ToDoubleFunction<Run> value) {
    double rocksDb = median(Backend.ROCKSDB, value);
    double heap = median(Backend.HASHMAP, value);
    return "| %s | %s | %s | %.3f |%n"
        .formatted(what, format.formatted(rocksDb), format.formatted(heap), rocksDb / heap);
  }

  private double median(Backend backend, ToDoubleFunction<Run> value) {
    double[] sorted = runs.get(backend).stream().mapToDouble(value).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
