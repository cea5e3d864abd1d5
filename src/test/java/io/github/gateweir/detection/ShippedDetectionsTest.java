package io.github.gateweir.detection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.gateweir.alert.Alert;
import io.github.gateweir.generate.Detection;
import io.github.gateweir.generate.GeneratedLine;
import io.github.gateweir.generate.Generator;
import io.github.gateweir.generate.GeneratorSettings;
import io.github.gateweir.generate.Timestamps;
import io.github.gateweir.sigma.compile.RuleCompiler;
import io.github.gateweir.sigma.compile.RuleMatcher;
import io.github.gateweir.sigma.event.JsonModel;
import io.github.gateweir.sigma.rule.Problem;
import io.github.gateweir.sigma.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of the program find what they are for, and nothing else. */
class ShippedDetectionsTest {

  private static final int RECORDS = 30_000;
  private static final Path TABLE = Path.of("target/detections.txt");

  /** Which rules find what the generator calls by one name. */
  private static final Map<Detection, Set<String>> TITLES =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(
                  Detection.BURP_SUITE_TOOL_DETECTED,
                  Set.of(
                      "Burp Suite Tool Detected - Collaborator Callback",
                      "Burp Suite Tool Detected - Burp Suite in Use")),
              Map.entry(Detection.POTENTIAL_DNS_TUNNEL, Set.of("Potential DNS Tunnel")),
              Map.entry(Detection.CRYPTOMINING, Set.of("Cryptomining")),
              Map.entry(Detection.DYNAMIC_DNS_CONTACTED, Set.of("Dynamic DNS Contacted")),
              Map.entry(Detection.EVILPROXY_PHISHING_DOMAIN, Set.of("EvilProxy Phishing Domain")),
              Map.entry(Detection.EXFILTRATION_DOMAIN, Set.of("Exfiltration Domain")),
              Map.entry(Detection.REMOTE_ACCESS_TOOL_DOMAIN, Set.of("Remote Access Tool Domain")),
              Map.entry(
                  Detection.REMOTE_MONITORING_AND_MANAGEMENT_SOFTWARE_ANYDESK,
                  Set.of("Remote Monitoring and Management Software - AnyDesk")),
              Map.entry(
                  Detection.REMOTE_MONITORING_AND_MANAGEMENT_SOFTWARE_ATERA,
                  Set.of("Remote Monitoring and Management Software - Atera")),
              Map.entry(Detection.EICAR_DETECTION, Set.of("EICAR Detection")),
              Map.entry(Detection.SUSPICIOUS_TOR_GATEWAY, Set.of("Suspicious TOR Gateway")),
              Map.entry(Detection.TOR_USAGE, Set.of("TOR Usage")),
              Map.entry(Detection.TOR_USAGE_GENERIC_RULE, Set.of("TOR Usage Generic Rule")),
              Map.entry(Detection.TELEGRAM_BOT_API_REQUEST, Set.of("Telegram Bot API Request"))));

  private static final Set<String> NOT_EVALUATED =
      Set.of(
          "Correlation Potential DNS Tunnel",
          "Internet Scanner",
          "Internet Scanner Target",
          "Internet Scanner - Allowed Contact",
          "Intelligence Feed - High Confidence",
          "Intelligence Feed - Medium Confidence",
          "Intelligence Feed - Low Confidence");

  private static Detections all;

  private final Events events = new Events();

  @BeforeAll
  static void loadAll() throws Exception {
    all = load("experimental");
  }

  static List<Rule> evaluated() {
    return all.all().stream().map(each -> each.rule()).toList();
  }

  static List<Rule> notEvaluated() {
    return all.set().rules().stream().filter(rule -> NOT_EVALUATED.contains(rule.title())).toList();
  }

  private static Detections load(String minStatus) throws Exception {
    return RuleFiles.read(true, null, null, minStatus, 300_000).load();
  }

  @Test
  void areAllRightAndSayWhichAreNotEvaluatedYet() throws Exception {
    Detections detections = load("test");

    assertThat(detections.problems())
        .allMatch(problem -> problem.severity() == Problem.Severity.WARNING)
        .allMatch(problem -> problem.code() == Problem.Code.NOT_EVALUATED)
        .extracting(Problem::rule)
        .containsExactlyInAnyOrderElementsOf(NOT_EVALUATED);
    assertThat(detections.refused()).isZero();
    assertThat(detections.all())
        .extracting(each -> each.rule().title())
        .containsExactlyInAnyOrderElementsOf(
            TITLES.values().stream().flatMap(Set::stream).toList());
  }

  @Test
  void withExperimentalOnesAreTwoMore() throws Exception {
    List<String> titles = evaluated().stream().map(Rule::title).toList();

    assertThat(titles)
        .contains(
            "EvilProxy Phishing Domain - Older Names",
            "Potential DNS Tunnel - Names Longer than 62 Characters")
        .hasSize(load("test").all().size() + 2);
  }

  @ParameterizedTest
  @MethodSource("evaluated")
  void matchTheirSamplesAndNotTheNearMisses(Rule rule) throws Exception {
    Detector detector = new Detector(all);

    assertThat(samples(rule, "match"))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(titles(detector, line)).contains(rule.title()));
    assertThat(samples(rule, "nomatch"))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(titles(detector, line)).doesNotContain(rule.title()));
  }

  @ParameterizedTest
  @MethodSource("notEvaluated")
  void matchTheirSamplesAsDocumentsWhereTheJobDoesNotEvaluateThem(Rule rule) throws Exception {
    RuleMatcher<JsonNode> matcher =
        new RuleCompiler<>(new JsonModel()).compile(List.of(rule)).matcher();

    assertThat(samples(rule, "match")).isNotEmpty().allMatch(line -> matches(matcher, line));
    assertThat(samples(rule, "nomatch")).isNotEmpty().noneMatch(line -> matches(matcher, line));
  }

  @Test
  void findExactlyWhatTheGeneratorPlanned() throws Exception {
    Recall recall = new Recall(TITLES.keySet());
    Detector detector = new Detector(load("test"));
    Generator generator = new Generator(settings());
    for (int line = 1; generator.hasNext(); line++) {
      GeneratedLine generated = generator.next();
      recall.add(line, generated, found(detector, generated.bytes()));
    }
    Files.writeString(TABLE, recall.table());

    assertThat(recall.mistakes()).as(recall.table()).isEmpty();
    assertThat(recall.neverExpected()).as(recall.table()).isEmpty();
  }

  private static GeneratorSettings settings() {
    return new GeneratorSettings(
        RECORDS,
        OptionalLong.empty(),
        1,
        Set.of(Detection.values()),
        Timestamps.RFC3339NS,
        GeneratorSettings.DEFAULT_START,
        2);
  }

  private Set<Detection> found(Detector detector, byte[] line) {
    Set<String> titles =
        events.ifAny(line).map(event -> titles(detector.detect(event))).orElse(Set.of());
    return TITLES.entrySet().stream()
        .filter(entry -> entry.getValue().stream().anyMatch(titles::contains))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private Set<String> titles(Detector detector, String line) {
    return titles(detector.detect(events.of(line)));
  }

  private boolean matches(RuleMatcher<JsonNode> matcher, String line) {
    AtomicBoolean matched = new AtomicBoolean();
    matcher.match(events.document(line), rule -> matched.set(true));
    return matched.get();
  }

  private static Set<String> titles(Alert[] alerts) {
    return Arrays.stream(alerts).map(Alert::rule).collect(Collectors.toSet());
  }

  private static List<String> samples(Rule rule, String kind) throws IOException {
    String file = Path.of(rule.mark().file()).getFileName().toString();
    String stem = file.substring(0, file.lastIndexOf('.'));
    byte[] samples =
        Objects.requireNonNull(RuleFiles.shippedSamples(stem + "." + kind + ".ndjson"));
    return new String(samples, UTF_8).lines().toList();
  }
}
