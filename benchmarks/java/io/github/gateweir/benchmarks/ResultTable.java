package io.github.gateweir.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The times per operation in JMH's JSON, as a table in Markdown: of one run each benchmark against
 * the baseline of that run, of two runs the second against the first.
 */
public final class ResultTable {

  private static final String BASELINE = "jacksonTree";

  /** The time of one benchmark with one set of parameters. */
  private record Time(String benchmark, String corpus, double nanos, double error) {

    static Time of(JsonNode result) {
      String name = result.get("benchmark").asText();
      String parameters =
          result.path("params").properties().stream()
              .map(parameter -> parameter.getValue().asText())
              .collect(Collectors.joining(", "));
      JsonNode metric = result.get("primaryMetric");
      return new Time(
          name.substring(name.lastIndexOf('.') + 1),
          parameters,
          metric.get("score").asDouble(),
          metric.get("scoreError").asDouble());
    }

    String text() {
      return String.format(Locale.ROOT, "%,.0f ± %,.0f", nanos, error);
    }

    /** How many times as fast as another one this is. */
    String speedUpFrom(Time other) {
      return other == null ? "" : String.format(Locale.ROOT, "%.2f", other.nanos / nanos);
    }
  }

  private ResultTable() {}

  /** Prints the table of one file of results, or the comparison of two, the older one first. */
  public static void main(String[] files) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    JsonNode first = mapper.readTree(new File(files[0]));
    System.out.print(
        files.length == 1 ? ratios(first) : changes(first, mapper.readTree(new File(files[1]))));
  }

  /** Each benchmark of a run, and how many times as fast as the baseline it is. */
  static String ratios(JsonNode run) {
    Map<String, Time> times = times(run);
    StringBuilder table =
        new StringBuilder(
                "| benchmark | corpus | ns per line | times as fast as %s |\n".formatted(BASELINE))
            .append("|---|---|---:|---:|\n");
    for (Time time : times.values()) {
      Time baseline = times.get(key(BASELINE, time.corpus()));
      table.append(row(time.benchmark(), time.corpus(), time.text(), time.speedUpFrom(baseline)));
    }
    return table.toString();
  }

  /** Each benchmark of a run, and how many times as fast as in an earlier run it is. */
  static String changes(JsonNode earlier, JsonNode later) {
    Map<String, Time> before = times(earlier);
    StringBuilder table =
        new StringBuilder(
            """
            | benchmark | corpus | ns per line before | after | times as fast |
            |---|---|---:|---:|---:|
            """);
    for (Map.Entry<String, Time> entry : times(later).entrySet()) {
      Time after = entry.getValue();
      Time old = before.get(entry.getKey());
      table.append(
          row(
              after.benchmark(),
              after.corpus(),
              old == null ? "" : old.text(),
              after.text(),
              after.speedUpFrom(old)));
    }
    return table.toString();
  }

  private static Map<String, Time> times(JsonNode run) {
    Map<String, Time> times = new LinkedHashMap<>();
    for (JsonNode result : run) {
      Time time = Time.of(result);
      times.put(key(time.benchmark(), time.corpus()), time);
    }
    return times;
  }

  private static String key(String benchmark, String corpus) {
    return benchmark + " of " + corpus;
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }
}
