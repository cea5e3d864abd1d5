package io.github.gateweir.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.gateweir.alert.Alert;
import io.github.gateweir.detection.Detections;
import io.github.gateweir.detection.Detector;
import io.github.gateweir.detection.EcsModel;
import io.github.gateweir.detection.RuleFiles;
import io.github.gateweir.ecs.EcsEvent;
import io.github.gateweir.ecs.EcsJsonWriter;
import io.github.gateweir.ecs.EcsMapper;
import io.github.gateweir.ecs.Profile;
import io.github.gateweir.gateway.Place;
import io.github.gateweir.gateway.RawRecord;
import io.github.gateweir.generate.Detection;
import io.github.gateweir.intel.InvalidListException;
import io.github.gateweir.sigma.compile.RuleCompiler;
import io.github.gateweir.sigma.compile.RuleMatcher;
import io.github.gateweir.sigma.rule.Rule;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
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
import org.openjdk.jmh.infra.Blackhole;

/** P2 and P5: one line to the bytes of its extended ECS document and through rules, one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class DetectionBenchmark {

  private static final Place PLACE = Place.inFile("benchmark.ndjson", 1);
  private static final int MANY = 3_000;

  /** Correlations and feeds are not part of what is timed. */
  private static final Set<Detection> EVALUATED =
      EnumSet.complementOf(
          EnumSet.of(
              Detection.CORRELATION_POTENTIAL_DNS_TUNNEL,
              Detection.INTERNET_SCANNER,
              Detection.INTERNET_SCANNER_TARGET,
              Detection.INTELLIGENCE_FEED));

  private static final long FIVE_MINUTES = 300_000;

  /** The lines to map. */
  @Param({Corpus.REFERENCE, Corpus.GENERATED})
  public String corpus = Corpus.REFERENCE;

  private final JacksonTree jacksonTree = new JacksonTree();
  private final EcsMapper mapper =
      new EcsMapper(Clock.systemUTC(), Duration.ofMinutes(10), Profile.EXTENDED);
  private final EcsJsonWriter writer = new EcsJsonWriter(Profile.EXTENDED);
  private final Detector shipped = new Detector(shipped());
  private final RuleMatcher<EcsEvent> many =
      new RuleCompiler<>(new EcsModel()).compile(GeneratedRules.of(MANY, 1)).matcher();
  private int matched;
  private byte[][] lines = {};
  private int next;

  private void count(Rule rule) {
    matched++;
  }

  private static Detections shipped() {
    try {
      return RuleFiles.read(true, null, null, "test", FIVE_MINUTES).load();
    } catch (IOException | InvalidListException e) {
      throw new IllegalStateException("The shipped rules cannot be read.", e);
    }
  }

  /** Checks documents, and that rules find what is there, before anything is timed. */
  @Setup
  public void setUp() throws IOException {
    lines = Corpus.lines(corpus).toArray(byte[][]::new);
    int alerts = 0;
    for (byte[] line : lines) {
      EcsEvent event = event(line);
      MappingCorrectness.checkContained(line, jacksonTree.map(line), writer.write(event));
      alerts += shipped.detect(event).length;
      many.match(event, this::count);
    }
    checkAlerts(alerts);
    if (matched > lines.length / 1_000) {
      throw new IllegalStateException(matched + " matches are too many for rules of rare things.");
    }
  }

  private void checkAlerts(int alerts) {
    int planned = Corpus.planned(corpus, EVALUATED);
    if (alerts != planned) {
      throw new IllegalStateException(
          "The rules raise %d alerts where %d are planned.".formatted(alerts, planned));
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

  private EcsEvent event(byte[] line) {
    EcsEvent event = mapper.map(RawRecord.of(line, PLACE)).event();
    if (event == null) {
      throw new IllegalStateException("The line is no event: " + new String(line, UTF_8));
    }
    return event;
  }

  /** The baseline, which has no rules. */
  @Benchmark
  public byte[] jacksonTree() throws IOException {
    return jacksonTree.map(line());
  }

  /** Ours without rules, to tell what they cost. */
  @Benchmark
  public byte[] noRules() {
    return writer.write(event(line()));
  }

  /** Ours with the rules that come with the program, and their alerts. */
  @Benchmark
  public Alert[] detections18(Blackhole sink) {
    EcsEvent event = event(line());
    sink.consume(writer.write(event));
    return shipped.detect(event);
  }

  /** Ours with three thousand rules of which hardly any matches. */
  @Benchmark
  public int rules3000(Blackhole sink) {
    EcsEvent event = event(line());
    sink.consume(writer.write(event));
    many.match(event, this::count);
    return matched;
  }
}
