package io.github.gateweir.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.github.gateweir.ecs.EcsJsonWriter;
import io.github.gateweir.ecs.EcsMapper;
import io.github.gateweir.ecs.Profile;
import io.github.gateweir.gateway.Place;
import io.github.gateweir.gateway.RawRecord;
import io.github.gateweir.sigma.compile.CompiledRules;
import io.github.gateweir.sigma.compile.RuleCompiler;
import io.github.gateweir.sigma.compile.RuleMatcher;
import io.github.gateweir.sigma.event.EventField;
import io.github.gateweir.sigma.event.EventModel;
import io.github.gateweir.sigma.event.JsonModel;
import io.github.gateweir.sigma.rule.Rule;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
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

/** One event against all rules, on one thread: what rules cost apart from mapping. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class RuleBenchmark {

  private static final List<String> FIELDS =
      List.of("destination.domain", "host.name", "destination.ip", "destination.port", "user.name");

  /** How many rules there are. */
  @Param({"18", "3000"})
  public int rules = 18;

  private List<Map<String, Object>> events = List.of();
  private RuleMatcher<Map<String, Object>> matcher =
      new RuleCompiler<>(new Flat()).compile(List.of()).matcher();
  private int next;
  private int matched;

  /** Maps the corpus, and checks that rules find what is there. */
  @Setup
  public void setUp() throws IOException {
    events = events();
    CompiledRules<Map<String, Object>> compiled =
        new RuleCompiler<>(new Flat()).compile(GeneratedRules.of(rules, 1));
    matcher = compiled.matcher();
    for (Map<String, Object> event : events) {
      matcher.match(event, this::count);
    }
    if (matched > events.size() / 1_000) {
      throw new IllegalStateException(matched + " matches are too many for a quiet log.");
    }
  }

  private static List<Map<String, Object>> events() throws IOException {
    EcsMapper mapper = new EcsMapper(Clock.systemUTC(), Duration.ofMinutes(10), Profile.EXTENDED);
    EcsJsonWriter writer = new EcsJsonWriter(Profile.EXTENDED);
    ObjectReader reader = JsonModel.reader();
    List<Map<String, Object>> events = new ArrayList<>();
    for (byte[] line : Corpus.lines(Corpus.GENERATED)) {
      byte[] json =
          writer.write(mapper.map(RawRecord.of(line, Place.inFile("benchmark", 1))).event());
      events.add(flat(reader.readValue(new String(json, UTF_8))));
    }
    return events;
  }

  private static Map<String, Object> flat(JsonNode event) {
    Map<String, Object> flat = new HashMap<>();
    for (String name : FIELDS) {
      Object value = new JsonModel().field(name).read(event);
      if (value != null && value != EventField.ABSENT) {
        flat.put(name, value);
      }
    }
    return flat;
  }

  private void count(Rule rule) {
    matched++;
  }

  /** What an event costs. */
  @Benchmark
  public int match() {
    next = next + 1 == events.size() ? 0 : next + 1;
    matcher.match(events.get(next), this::count);
    return matched;
  }

  /** Events whose fields are at hand. */
  private static final class Flat implements EventModel<Map<String, Object>> {

    @Override
    public EventField<Map<String, Object>> field(String name) {
      return event -> event.getOrDefault(name, EventField.ABSENT);
    }

    @Override
    public void forEachText(Map<String, Object> event, Consumer<String> texts) {
      event.values().forEach(value -> texts.accept(value.toString()));
    }
  }
}
