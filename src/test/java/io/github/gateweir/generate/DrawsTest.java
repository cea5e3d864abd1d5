package io.github.gateweir.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The ways to draw: dice, weights, urns, shares. */
class DrawsTest {
  private final Dice dice = new Dice(11);

  @Test
  void rollsTheNumbersOfSplitMix() {
    Dice zero = new Dice(0);
    assertThat(zero.next()).isEqualTo(0xE220A8397B1DCDAFL);
    assertThat(zero.next()).isEqualTo(0x6E789E6AA1B965F4L);
  }

  @Test
  void rollsEveryNumberBelowTheBound() {
    int[] seen = new int[6];
    for (int i = 0; i < 6_000; i++) {
      seen[dice.below(6)]++;
    }
    assertThat(Arrays.stream(seen)).allMatch(count -> count > 850 && count < 1150);
  }

  @Test
  void drawsByWeight() {
    Weights weights = new Weights(1, 0, 3);
    int[] seen = new int[3];
    for (int i = 0; i < 8_000; i++) {
      seen[weights.draw(dice)]++;
    }
    assertThat(seen[1]).isZero();
    assertThat(seen[2] / 8_000.0).isCloseTo(0.75, within(0.02));
  }

  @Test
  void emptiesAnUrnExactly() {
    Urn<String> urn = new Urn<>(Map.of("plain", 90L, "rare", 10L, "never", 0L));
    Map<String, Integer> drawn = new TreeMap<>();
    while (urn.size() > 0) {
      drawn.merge(urn.draw(dice), 1, Integer::sum);
    }
    assertThat(drawn).isEqualTo(Map.of("plain", 90, "rare", 10));
  }

  @Test
  void sharesEveryRecordAndLeavesNoSessionEmpty() {
    Shares shares = new Shares(1_000, 300);
    long sum = 0;
    for (int i = 0; i < 300; i++) {
      long share = shares.next(dice);
      assertThat(share).isPositive();
      sum += share;
    }
    assertThat(sum).isEqualTo(1_000);
  }
}
