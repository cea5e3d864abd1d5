package io.github.gateweir.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gateweir.alert.Alert;
import io.github.gateweir.ecs.EcsEvent;
import io.github.gateweir.ecs.EcsMapper;
import io.github.gateweir.gateway.Place;
import io.github.gateweir.gateway.RawRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The example of docs/writing-rules.md does what the page says. */
class WritingRulesDocTest {

  private static final Path FILE = Path.of("docs/writing-rules.md");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T09:00:00Z"), ZoneOffset.UTC);

  private final EcsMapper mapper = new EcsMapper(CLOCK, Duration.ofMinutes(10));
  private String page = "";
  private Detections detections;

  @BeforeEach
  void readTheExample() throws Exception {
    page = Files.readString(FILE);
    TreeMap<String, byte[]> rules = new TreeMap<>(Map.of("rule.yml", utf8(block("yaml", 0))));
    TreeMap<String, byte[]> lists =
        new TreeMap<>(Map.of("lists/chat_domains.txt", utf8(block("text", 0))));
    detections = new RuleFiles(rules, lists, "test", 300_000).load();
  }

  @Test
  void theRuleIsEvaluatedWithoutAProblem() {
    assertThat(detections.problems()).isEmpty();
    assertThat(detections.all())
        .singleElement()
        .satisfies(
            rule ->
                assertThat(rule.suppression().window()).isEqualTo(Duration.ofHours(1).toMillis()));
  }

  @Test
  void theRuleMatchesTheSamplesThatItMustMatch() {
    assertThat(samples(0)).hasSize(2).allSatisfy(sample -> assertThat(alerts(sample)).hasSize(1));
  }

  @Test
  void theRuleDoesNotMatchTheNearMisses() {
    assertThat(samples(1)).hasSize(2).allSatisfy(sample -> assertThat(alerts(sample)).isEmpty());
  }

  private List<String> samples(int number) {
    return block("json", number).lines().toList();
  }

  private Alert[] alerts(String line) {
    EcsEvent event = mapper.map(RawRecord.of(utf8(line), Place.inFile("sample", 1))).event();
    assertThat(event).as(line).isNotNull();
    return new Detector(detections).detect(event);
  }

  private String block(String language, int number) {
    Matcher blocks = Pattern.compile("(?s)```" + language + "\n(.*?)```").matcher(page);
    for (int i = 0; i <= number; i++) {
      assertThat(blocks.find()).as("block %d of %s", i, language).isTrue();
    }
    return blocks.group(1);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
