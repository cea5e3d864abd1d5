package io.github.gateweir.sink.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LongSummaryStatistics;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackoffTest {

  private static final long FIRST = 1_000;
  private static final long MAX = 60_000;
  private static final int DRAWS = 2_000;

  private final Backoff backoff = new Backoff(FIRST, MAX, new Random(7));

  @ParameterizedTest
  @CsvSource({"1, 1000", "2, 2000", "3, 4000", "6, 32000", "7, 60000", "8, 60000", "30, 60000"})
  void theWaitIsInTheUpperHalfOfWhatDoublesUpToTheLimit(int failures, long full) {
    LongSummaryStatistics waits = draw(failures);

    assertThat(waits.getMin()).isBetween(full / 2, full / 2 + full / 50);
    assertThat(waits.getMax()).isBetween(full - full / 50, full);
  }

  @ParameterizedTest
  @ValueSource(ints = {31, 32, 33, 63, 64, 65, 100, 1000, 1_000_000, Integer.MAX_VALUE})
  void doesNotOverflow(int failures) {
    LongSummaryStatistics waits = draw(failures);

    assertThat(waits.getMin()).isGreaterThanOrEqualTo(MAX / 2);
    assertThat(waits.getMax()).isLessThanOrEqualTo(MAX);
  }

  @Test
  void doesNotOverflowWithALongFirstWait() {
    long day = 86_400_000;

    assertThat(new Backoff(day, 7 * day, new Random(7)).millis(1_000))
        .isBetween(7 * day / 2, 7 * day);
  }

  @Test
  void waitsNoLongerThanTheLimitWhenTheFirstWaitIsAboveIt() {
    assertThat(new Backoff(5_000, 10, new Random(7)).millis(1)).isBetween(5L, 10L);
  }

  @Test
  void waitsAreSpread() {
    assertThat(LongStream.range(0, DRAWS).map(i -> backoff.millis(1)).distinct().count())
        .isGreaterThan(400);
  }

  private LongSummaryStatistics draw(int failures) {
    return LongStream.range(0, DRAWS).map(i -> backoff.millis(failures)).summaryStatistics();
  }
}
