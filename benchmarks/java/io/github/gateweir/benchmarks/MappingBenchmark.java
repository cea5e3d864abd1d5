package io.github.gateweir.benchmarks;

import io.github.gateweir.ecs.EcsJsonWriter;
import io.github.gateweir.ecs.EcsMapper;
import io.github.gateweir.ecs.Mapped;
import io.github.gateweir.ecs.Profile;
import io.github.gateweir.gateway.Place;
import io.github.gateweir.gateway.RawRecord;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** P1: one line to the bytes of its ECS document, on one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class MappingBenchmark {

  private static final Place PLACE = Place.inFile("benchmark.ndjson", 1);

  /** The lines to map. */
  @Param({Corpus.REFERENCE, Corpus.GENERATED})
  public String corpus = Corpus.REFERENCE;

  private final JacksonTree jacksonTree = new JacksonTree();
  private final EcsMapper sekoiaMapper = mapper(Profile.SEKOIA);
  private final EcsMapper extendedMapper = mapper(Profile.EXTENDED);
  private final EcsJsonWriter sekoia = new EcsJsonWriter(Profile.SEKOIA);
  private final EcsJsonWriter extended = new EcsJsonWriter(Profile.EXTENDED);
  private byte[][] lines = {};
  private int next;

  private static EcsMapper mapper(Profile profile) {
    return new EcsMapper(Clock.systemUTC(), Duration.ofMinutes(10), profile);
  }

  /** Checks that all give the right documents before anything is timed. */
  @Setup
  public void setUp() throws IOException {
    lines = Corpus.lines(corpus).toArray(byte[][]::new);
    for (byte[] line : lines) {
      byte[] baseline = jacksonTree.map(line);
      MappingCorrectness.check(line, baseline, map(sekoiaMapper, sekoia, line));
      MappingCorrectness.checkContained(line, baseline, map(extendedMapper, extended, line));
    }
  }

  /** How many lines the corpus has. */
  int size() {
    return lines.length;
  }

  private byte[] line() {
    next = next + 1 == lines.length ? 0 : next + 1;
    return lines[next];
  }

  private static byte[] map(EcsMapper mapper, EcsJsonWriter writer, byte[] line) {
    Mapped mapped = mapper.map(RawRecord.of(line, PLACE));
    return writer.write(mapped.event());
  }

  /** The baseline. */
  @Benchmark
  public byte[] jacksonTree() throws IOException {
    return jacksonTree.map(line());
  }

  /** Ours, with what the {@code sekoia} profile needs. */
  @Benchmark
  public byte[] sekoia() {
    return map(sekoiaMapper, sekoia, line());
  }

  /** Ours, with everything: event.id, community ID, public suffixes. */
  @Benchmark
  public byte[] extended() {
    return map(extendedMapper, extended, line());
  }
}
