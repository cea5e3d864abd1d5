package io.github.gateweir.sink.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WaitingTest {

  private static final long NOW = 1_767_355_200_000L;

  private final Waiting waiting = new Waiting("events");

  @Test
  void nothingWaitsAtFirst() {
    assertThat(waiting.seconds(NOW)).isZero();
  }

  @Test
  void growsFromTheFirstRequest() {
    waiting.sent(NOW);
    waiting.sent(NOW + 5_000);

    assertThat(waiting.seconds(NOW + 999)).isZero();
    assertThat(waiting.seconds(NOW + 1_000)).isEqualTo(1);
    assertThat(waiting.seconds(NOW + 7_500)).isEqualTo(7);
  }

  @Test
  void growsThroughFailures() {
    waiting.sent(NOW);
    waiting.failed(NOW + 1_000, "HTTP 503");
    waiting.sent(NOW + 2_000);
    waiting.failed(NOW + 3_000, "HTTP 503");

    assertThat(waiting.seconds(NOW + 600_000)).isEqualTo(600);
  }

  @Test
  void countsFromTheLastAcknowledgedWhileOthersWait() {
    waiting.sent(NOW);
    waiting.acknowledged(NOW + 9_000, true);

    assertThat(waiting.seconds(NOW + 10_000)).isEqualTo(1);
  }

  @Test
  void isZeroAgainWhenNothingWaits() {
    waiting.sent(NOW);
    waiting.failed(NOW + 1_000, "HTTP 503");
    waiting.acknowledged(NOW + 9_000, false);
    assertThat(waiting.seconds(NOW + 60_000)).isZero();

    waiting.sent(NOW + 70_000);
    assertThat(waiting.seconds(NOW + 72_000)).isEqualTo(2);
  }

  @Test
  void isNotNegativeWhenTheClockIsSetBack() {
    waiting.sent(NOW);

    assertThat(waiting.seconds(NOW - 3_600_000)).isZero();
  }
}
