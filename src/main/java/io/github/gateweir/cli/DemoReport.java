package io.github.gateweir.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.gateweir.config.SinkStream;
import io.github.gateweir.job.RunSummary;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the demo says in the end: read from the files that the job wrote, not from the job. */
final class DemoReport {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SHOWN = 5;
  private static final int WIDTH = 96;

  private final Path folder;
  private final RunSummary counts;
  private final Map<String, Long> verdicts = new TreeMap<>();
  private final Map<String, Long> domains = new TreeMap<>();
  private final Map<String, Long> policies = new TreeMap<>();
  private final Map<String, Long> codes = new TreeMap<>();
  private final Map<String, String> examples = new TreeMap<>();
  private static final int WIDEST = 200;

  private final Map<String, Long> levels = new TreeMap<>();
  private final Map<String, Long> alerts = new TreeMap<>();
  private final Map<String, String> sentences = new TreeMap<>();
  private @Nullable JsonNode denied;
  private String largest = "none";
  private long mostRecords;

  private DemoReport(Path folder, RunSummary counts) {
    this.folder = folder;
    this.counts = counts;
  }

  static DemoReport of(Path folder, RunSummary counts) throws IOException {
    DemoReport report = new DemoReport(folder, counts);
    report.read(SinkStream.EVENTS, report::event);
    report.read(SinkStream.ALERTS, report::alert);
    report.read(SinkStream.SESSIONS, report::session);
    report.read(SinkStream.DEAD_LETTERS, report::deadLetter);
    return report;
  }

  private void read(SinkStream stream, Consumer<JsonNode> consumer) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder.resolve(stream.label()))) {
      files = walk.filter(path -> path.toString().endsWith(".ndjson")).sorted().toList();
    }
    for (Path file : files) {
      try (BufferedReader lines = Files.newBufferedReader(file)) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          consumer.accept(JSON.readTree(line));
        }
      }
    }
  }

  private void event(JsonNode event) {
    String verdict = event.at("/event/type/0").asText();
    count(verdicts, verdict);
    count(domains, event.at("/destination/registered_domain").asText());
    if (verdict.equals("denied")) {
      count(policies, event.at("/rule/name").asText());
      denied = denied == null && event.has("user") ? event : denied;
    }
  }

  private void alert(JsonNode alert) {
    String level = alert.at("/gateweir/rule/level").asText();
    String rule = alert.at("/rule/name").asText();
    count(levels, level);
    count(alerts, rule);
    sentences.putIfAbsent(rule, "%-6s  %s".formatted(level, alert.path("message").asText()));
  }

  private void session(JsonNode session) {
    long records = session.at("/gateweir/session/records").asLong();
    if (records > mostRecords) {
      mostRecords = records;
      largest = session.path("message").asText();
    }
  }

  private void deadLetter(JsonNode letter) {
    String code = letter.at("/error/code").asText();
    count(codes, code);
    examples.putIfAbsent(
        code,
        "line %d of %s: %s"
            .formatted(
                letter.at("/gateweir/source/line").asLong(),
                Path.of(letter.at("/log/file/path").asText()).getFileName(),
                letter.at("/error/message").asText()));
  }

  private static void count(Map<String, Long> counts, String key) {
    if (!key.isEmpty()) {
      counts.merge(key, 1L, Long::sum);
    }
  }

  private static String shortened(String sentence) {
    return sentence.length() <= WIDEST ? sentence : sentence.substring(0, WIDEST - 1) + "…";
  }

  void print(PrintWriter out) {
    line(out, "%n%,10d records read in %.1f s", counts.read(), counts.seconds());
    line(out, "%,10d events           %s", counts.events(), list(verdicts));
    line(out, "%,10d alerts           %s", counts.alerts(), list(levels));
    line(out, "%,10d sessions         of two or more records, or with an alert", counts.sessions());
    line(out, "%,10d dead letters     %s", counts.deadLetters(), list(codes));
    line(out, "%,10d ignored          blank lines and Cloudflare's upload tests", counts.ignored());
    line(out, "%nMost visited:          %s", list(top(domains)));
    line(out, "Most denied by policy: %s", list(top(policies)));
    if (denied != null) {
      line(out, "%nOne event: %s", denied.at("/gateweir/summary").asText());
      show(out, denied, "@timestamp", "user.email", "host.name", "destination.registered_domain");
      show(out, denied, "network.application", "rule.name", "event.id", "network.community_id");
    }
    line(out, "%nThe session with the most records: %s.", largest);
    line(out, "%nThe alerts of each rule, and one of them:");
    sentences.forEach(
        (rule, sentence) -> line(out, "%,6d  %s", alerts.get(rule), shortened(sentence)));
    line(out, "%nOne dead letter of each kind:");
    examples.forEach((code, example) -> line(out, "  %-13s  %s", code, cut(example)));
    line(out, "%nEverything is in %s", folder);
    line(out, "  logs/           what was read");
    line(out, "  events/         ECS events, one JSON document a line");
    line(out, "  alerts/         what detections say");
    line(out, "  sessions/       what the records of one session say together");
    line(out, "  dead-letters/   what could not become an event, with the reason and the original");
    line(out, "%nNext:  bin/gateweir demo --web       the same, with Flink's web UI");
    line(out, "       bin/gateweir run --input YOUR-LOGS --output OUTPUT");
  }

  private static void show(PrintWriter out, JsonNode event, String... fields) {
    StringBuilder shown = new StringBuilder("  ");
    for (String field : fields) {
      JsonNode value = event.at("/" + field.replace('.', '/'));
      if (!value.isMissingNode()) {
        shown.append(field).append('=').append(value.asText()).append("  ");
      }
    }
    line(out, "%s", shown.toString().stripTrailing());
  }

  private static void line(PrintWriter out, String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }

  private static String cut(String text) {
    return text.length() <= WIDTH ? text : text.substring(0, WIDTH - 1) + "…";
  }

  private static Map<String, Long> top(Map<String, Long> counts) {
    List<Map.Entry<String, Long>> entries = new ArrayList<>(counts.entrySet());
    entries.sort(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()));
    Map<String, Long> top = new LinkedHashMap<>();
    entries.stream().limit(SHOWN).forEach(entry -> top.put(entry.getKey(), entry.getValue()));
    return top;
  }

  private static String list(Map<String, Long> counts) {
    List<String> parts = new ArrayList<>();
    counts.forEach((name, count) -> parts.add(String.format(Locale.ROOT, "%s %,d", name, count)));
    return String.join(", ", parts);
  }
}
