package io.github.gateweir.sink.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** At the end of the input nothing is left behind. */
@Timeout(60)
class WriteBulkEndOfInputTest {

  @Test
  void thereIsNothingToWaitForWithoutDocuments() throws Exception {
    try (BulkHarness harness = BulkHarness.open(BulkLimits.documents(2))) {
      harness.endInput();

      assertThat(harness.channel().requests()).isEmpty();
    }
  }

  @Test
  void sendsWhatIsLeftWithoutADelayAndWaitsForTheAnswer() throws Exception {
    try (BulkHarness harness = BulkHarness.open(BulkLimits.documents(2))) {
      harness.write(1, 3);
      harness.whenItYields(() -> harness.channel().next().written());
      harness.whenItYields(() -> harness.channel().next().written());
      harness.endInput();

      assertThat(harness.channel().ids()).containsExactly(Documents.ids(1, 2), Documents.ids(3));
      assertThat(harness.channel().open()).isEmpty();
    }
  }

  @Test
  void sendsAllBatchesThroughOneSlot() throws Exception {
    try (BulkHarness harness = BulkHarness.open(BulkLimits.documents(2, 1))) {
      harness.write(1, 3);
      harness.whenItYields(() -> harness.channel().next().written());
      harness.whenItYields(() -> harness.channel().next().written());
      harness.endInput();

      assertThat(harness.channel().ids()).containsExactly(Documents.ids(1, 2), Documents.ids(3));
    }
  }

  @Test
  void waitsForABatchThatWaitsToBeSentAgain() throws Exception {
    try (BulkHarness harness = BulkHarness.open(BulkLimits.documents(2))) {
      harness.write(1, 2);
      harness.answer(Answers.items(Answers.WRITTEN, Answers.REJECTED));
      harness.whenItYields(() -> harness.advance(BulkLimits.FIRST_RETRY));
      harness.whenItYields(() -> harness.channel().next().fail(new IOException("reset")));
      harness.whenItYields(() -> harness.advance(2 * BulkLimits.FIRST_RETRY));
      harness.whenItYields(() -> harness.channel().next().written());
      harness.endInput();

      assertThat(harness.channel().ids())
          .containsExactly(Documents.ids(1, 2), Documents.ids(2), Documents.ids(2));
      assertThat(harness.channel().open()).isEmpty();
    }
  }

  @Test
  void waitsForTheHalvesOfASplitBatch() throws Exception {
    try (BulkHarness harness = BulkHarness.open(BulkLimits.documents(2, 1))) {
      harness.write(1, 2);
      harness.whenItYields(() -> harness.channel().next().answer(Answers.page(413)));
      harness.whenItYields(() -> harness.channel().next().written());
      harness.whenItYields(() -> harness.channel().next().written());
      harness.endInput();

      assertThat(harness.channel().ids())
          .containsExactly(Documents.ids(1, 2), Documents.ids(1), Documents.ids(2));
      assertThat(harness.channel().open()).isEmpty();
    }
  }

  @Test
  void givesOutWhatIsRefusedBeforeItReturns() throws Exception {
    try (BulkHarness harness = BulkHarness.open(BulkLimits.documents(2))) {
      harness.write(1, 1);
      harness.whenItYields(() -> harness.channel().next().answer(Answers.page(503)));
      harness.whenItYields(() -> harness.advance(BulkLimits.FIRST_RETRY));
      harness.whenItYields(() -> harness.channel().next().answer(Answers.items(Answers.REFUSED)));
      harness.endInput();

      assertThat(harness.refused()).hasSize(1);
    }
  }

  @Test
  void theDelayThatRunsOutAfterwardsSendsNothing() throws Exception {
    try (BulkHarness harness = BulkHarness.open(BulkLimits.documents(2))) {
      harness.write(1, 1);
      harness.whenItYields(() -> harness.channel().next().written());
      harness.endInput();
      harness.advance(BulkLimits.DELAY);

      assertThat(harness.channel().requests()).hasSize(1);
    }
  }

  @Test
  void theCheckpointAfterTheEndHoldsNoDocuments() throws Exception {
    try (BulkHarness harness = BulkHarness.open(BulkLimits.documents(2))) {
      harness.write(1, 3);
      harness.whenItYields(() -> harness.channel().next().written());
      harness.whenItYields(() -> harness.channel().next().written());
      harness.endInput();

      try (BulkHarness after =
          BulkHarness.restore(BulkLimits.documents(2), 1, 0, harness.snapshot())) {
        after.advance(BulkLimits.DELAY);
        assertThat(after.channel().requests()).isEmpty();
      }
    }
  }
}
