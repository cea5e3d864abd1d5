package io.github.gateweir.sink.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WriteBulkMetricsTest {

  @Test
  void everyDocumentIsCountedOnceAndEveryRepetitionToo() throws Exception {
    try (BulkHarness harness = BulkHarness.open(BulkLimits.documents(4))) {
      harness.write(1, 4);
      harness.answer(Answers.page(503));
      harness.advance(BulkLimits.FIRST_RETRY);
      harness.answer(
          Answers.items(Answers.WRITTEN, Answers.CONFLICT, Answers.REFUSED, Answers.REJECTED));
      harness.advance(2 * BulkLimits.FIRST_RETRY);
      harness.written();

      assertThat(harness.counter("bulkRequests")).isEqualTo(3);
      assertThat(harness.counter("documentsWritten")).isEqualTo(2);
      assertThat(harness.counter("conflicts")).isEqualTo(1);
      assertThat(harness.counter("rejected")).isEqualTo(1);
      assertThat(harness.counter("retries")).isEqualTo(5);
    }
  }

  @Test
  void theLatencyIsTheTimeFromARequestToItsAnswer() throws Exception {
    try (BulkHarness harness = BulkHarness.open(BulkLimits.documents(1))) {
      harness.write(1, 2);
      harness.advance(40);
      harness.written();
      harness.advance(20);
      harness.written();

      assertThat(harness.bulkLatency().getCount()).isEqualTo(2);
      assertThat(harness.bulkLatency().getStatistics().getMin()).isEqualTo(40);
      assertThat(harness.bulkLatency().getStatistics().getMax()).isEqualTo(60);
      assertThat(harness.bulkLatency().getStatistics().getMean()).isCloseTo(50, within(1e-9));
    }
  }

  @Test
  void nothingWaitsAtFirstAndWhenAllIsDone() throws Exception {
    try (BulkHarness harness = BulkHarness.open(BulkLimits.documents(1))) {
      harness.advance(60_000);
      assertThat(harness.secondsSinceLastAcknowledged()).isZero();

      harness.write(1, 1);
      harness.written();
      harness.advance(60_000);
      assertThat(harness.secondsSinceLastAcknowledged()).isZero();
    }
  }

  @Test
  void growsInAnOutageAndFallsAfterIt() throws Exception {
    try (BulkHarness harness = BulkHarness.open(BulkLimits.documents(1))) {
      harness.write(1, 2);
      for (int minute = 0; minute < 10; minute++) {
        harness.channel().open().forEach(request -> request.answer(Answers.page(503)));
        harness.runMails();
        harness.advance(60_000);
      }
      assertThat(harness.secondsSinceLastAcknowledged()).isEqualTo(600);

      harness.written();
      assertThat(harness.secondsSinceLastAcknowledged()).isZero();
      harness.advance(3_000);
      assertThat(harness.secondsSinceLastAcknowledged()).as("one still waits").isEqualTo(3);

      harness.written();
      harness.advance(3_000);
      assertThat(harness.secondsSinceLastAcknowledged()).isZero();
    }
  }

  @Test
  void growsWhileARequestHangs() throws Exception {
    try (BulkHarness harness = BulkHarness.open(BulkLimits.documents(1))) {
      harness.write(1, 1);
      harness.advance(30_000);

      assertThat(harness.secondsSinceLastAcknowledged()).isEqualTo(30);
    }
  }

  @Test
  void anAnswerThatTakesNoDocumentAcknowledgesNothing() throws Exception {
    try (BulkHarness harness = BulkHarness.open(BulkLimits.documents(2))) {
      harness.write(1, 2);
      harness.advance(4_000);
      harness.answer(Answers.all(Answers.REJECTED, 2));

      assertThat(harness.secondsSinceLastAcknowledged()).isEqualTo(4);
    }
  }

  @Test
  void partOfABatchAcknowledgesAndTheRestWaits() throws Exception {
    try (BulkHarness harness = BulkHarness.open(BulkLimits.documents(2))) {
      harness.write(1, 2);
      harness.advance(4_000);
      harness.answer(Answers.items(Answers.WRITTEN, Answers.REJECTED));
      assertThat(harness.secondsSinceLastAcknowledged()).isZero();

      harness.advance(500);
      harness.advance(1_500);
      assertThat(harness.secondsSinceLastAcknowledged()).isEqualTo(2);
    }
  }

  @Test
  void aDocumentThatWasRefusedWaitsNoMore() throws Exception {
    try (BulkHarness harness = BulkHarness.open(BulkLimits.documents(1))) {
      harness.write(1, 1);
      harness.answer(Answers.page(413));
      harness.advance(9_000);

      assertThat(harness.secondsSinceLastAcknowledged()).isZero();
    }
  }
}
