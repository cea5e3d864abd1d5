package io.github.gateweir.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gateweir.sigma.Mark;
import io.github.gateweir.sigma.match.Predicate;
import io.github.gateweir.sigma.rule.LogSource;
import io.github.gateweir.sigma.rule.Rule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which alerts are held together: what a rule says, or the default. */
class SuppressionTest {

  private static final long FIVE_MINUTES = 300_000;
  private static final Mark MARK = new Mark("rule.yml", 1, 1);

  @Test
  void isOfAnActorAndADomainUnlessTheRuleSaysOtherwise() {
    assertThat(Suppression.of(rule(Map.of()), FIVE_MINUTES))
        .isEqualTo(new Suppression(List.of("gateweir.actor", "destination.domain"), FIVE_MINUTES));
  }

  @Test
  void isWhatTheRuleSays() {
    assertThat(suppression(Map.of("by", List.of("source.ip", "destination.port"), "window", "1h")))
        .isEqualTo(new Suppression(List.of("source.ip", "destination.port"), 3_600_000));
  }

  @Test
  void takesTheDefaultForWhatTheRuleLeavesOut() {
    assertThat(suppression(Map.of("by", "source.ip")))
        .isEqualTo(new Suppression(List.of("source.ip"), FIVE_MINUTES));
    assertThat(suppression(Map.of("window", "10m")).by())
        .containsExactly("gateweir.actor", "destination.domain");
  }

  @Test
  void holdsAllAlertsOfARuleTogetherThatNamesNoField() {
    assertThat(suppression(Map.of("by", List.of())).by()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0,0", "0s,0", "90s,90000", "10m,600000", "2h,7200000", "1d,86400000"})
  void readsWindows(String text, long millis) {
    assertThat(suppression(Map.of("window", text)).window()).isEqualTo(millis);
  }

  @Test
  void isOffForEveryRuleWhenTheDefaultIsZero() {
    Rule rule = rule(Map.of("gateweir.suppress", Map.of("window", "1h")));

    assertThat(Suppression.of(rule, 0).window()).isZero();
    assertThat(Suppression.of(rule(Map.of()), 0).window()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "m", "5 m", "-5m", "1.5h", "5w", "1234567890s", ""})
  void refusesAWindowThatIsNoTimespan(String window) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> suppression(Map.of("window", window)))
        .withMessage(
            "gateweir.suppress.window is \"%s\": write a number with s, m, h or d, such as 5m.",
            window);
  }

  @Test
  void refusesAWindowThatIsNoTimespanAlsoWhenItIsOff() {
    Rule rule = rule(Map.of("gateweir.suppress", Map.of("window", "soon")));

    assertThatIllegalArgumentException().isThrownBy(() -> Suppression.of(rule, 0));
  }

  @Test
  void refusesAFieldThatEventsDoNotHave() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> suppression(Map.of("by", List.of("source.ip", "source.up"))))
        .withMessage(
            "gateweir.suppress.by names \"source.up\", which is no field with one value: see docs/mapping.md.");
  }

  @Test
  void refusesAKeyThatItDoesNotKnow() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> suppression(Map.of("windw", "1h")))
        .withMessage("gateweir.suppress has the key \"windw\": write by and window.");
  }

  @Test
  void refusesWhatIsNoMap() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Suppression.of(rule(Map.of("gateweir.suppress", "1h")), FIVE_MINUTES))
        .withMessage(
            "gateweir.suppress is \"1h\": write a map with by, window or both, such as {by:"
                + " [source.ip], window: 1h}.");
  }

  private static Suppression suppression(Map<String, Object> suppress) {
    return Suppression.of(rule(Map.of("gateweir.suppress", suppress)), FIVE_MINUTES);
  }

  private static Rule rule(Map<String, Object> custom) {
    Predicate condition = new Predicate.FieldExists("source.ip", MARK);
    return new Rule(
        "Title",
        null,
        null,
        null,
        null,
        "",
        null,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new LogSource(null, "cloudflare", "gateway_network", MARK),
        Map.of("selection", condition),
        condition,
        custom,
        MARK);
  }
}
