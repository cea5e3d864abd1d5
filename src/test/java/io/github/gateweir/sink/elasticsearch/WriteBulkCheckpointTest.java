package io.github.gateweir.sink.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gateweir.config.ElasticsearchSettings;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a checkpoint holds, and what is sent again after a restart and a change of parallelism. */
@Timeout(60)
class WriteBulkCheckpointTest {

  private static final ElasticsearchSettings TWO = BulkLimits.documents(2);

  @Test
  void holdsWhatIsInFlightInBackoffAndInTheQueue() throws Exception {
    OperatorSubtaskState state;
    try (BulkHarness harness = BulkHarness.open(TWO)) {
      harness.write(1, 7);
      harness.answer(Answers.items(Answers.REJECTED, Answers.WRITTEN));
      harness.written();
      state = harness.snapshot();
    }

    assertThat(sentAfter(state)).containsExactlyInAnyOrderElementsOf(Documents.ids(1, 5, 6, 7));
  }

  @Test
  void holdsTheHalvesOfASplitBatch() throws Exception {
    ElasticsearchSettings oneSlot = BulkLimits.documents(4, 1);
    OperatorSubtaskState state;
    try (BulkHarness harness = BulkHarness.open(oneSlot)) {
      harness.write(1, 4);
      harness.answer(Answers.page(413));
      state = harness.snapshot();
    }

    assertThat(sentAfter(state)).containsExactlyInAnyOrderElementsOf(Documents.idsBetween(1, 4));
  }

  @Test
  void holdsTheDocumentForWhichTheInputWaits() throws Exception {
    OperatorSubtaskState[] state = new OperatorSubtaskState[1];
    try (BulkHarness harness = BulkHarness.open(BulkLimits.documents(2, 1))) {
      harness.write(1, 3);
      harness.whenItYields(() -> state[0] = harness.snapshot());
      harness.whenItYields(() -> harness.channel().next().written());
      harness.write(4, 4);
    }

    assertThat(sentAfter(state[0])).containsExactlyInAnyOrderElementsOf(Documents.idsBetween(1, 4));
  }

  @Test
  void holdsNothingOfWhatIsDone() throws Exception {
    OperatorSubtaskState state;
    try (BulkHarness harness = BulkHarness.open(BulkLimits.documents(3))) {
      harness.write(1, 3);
      harness.answer(Answers.items(Answers.WRITTEN, Answers.CONFLICT, Answers.REFUSED));
      state = harness.snapshot();
    }

    assertThat(sentAfter(state)).isEmpty();
  }

  @Test
  void doesNotWaitForAnythingAndChangesNothing() throws Exception {
    try (BulkHarness harness = BulkHarness.open(TWO)) {
      harness.write(1, 3);
      harness.snapshot();
      assertThat(harness.channel().ids()).containsExactly(Documents.ids(1, 2));

      harness.written();
      harness.advance(BulkLimits.DELAY);
      assertThat(harness.channel().next().ids()).isEqualTo(Documents.ids(3));
      harness.written();
      assertThat(sentAfter(harness.snapshot())).isEmpty();
    }
  }

  @Test
  void sendsFullBatchesAtOnceAfterARestartAndNoMoreThanThereAreSlots() throws Exception {
    OperatorSubtaskState state;
    try (BulkHarness harness = BulkHarness.open(BulkLimits.documents(10))) {
      harness.write(1, 9);
      state = harness.snapshot();
    }

    try (BulkHarness after = BulkHarness.restore(BulkLimits.documents(2, 2), 1, 0, state)) {
      assertThat(after.channel().ids()).containsExactly(Documents.ids(1, 2), Documents.ids(3, 4));
      after.written();
      after.written();
      assertThat(after.channel().open())
          .extracting(ScriptedChannel.Request::ids)
          .containsExactly(Documents.ids(5, 6), Documents.ids(7, 8));
      after.advance(BulkLimits.DELAY);
      after.written();
      assertThat(after.channel().open())
          .extracting(ScriptedChannel.Request::ids)
          .containsExactly(Documents.ids(7, 8), Documents.ids(9));
    }
  }

  @Test
  void theInputWaitsUntilWhatWasRestoredIsSent() throws Exception {
    OperatorSubtaskState state;
    try (BulkHarness harness = BulkHarness.open(BulkLimits.documents(10))) {
      harness.write(1, 5);
      state = harness.snapshot();
    }

    try (BulkHarness after = BulkHarness.restore(BulkLimits.documents(2, 1), 1, 0, state)) {
      after.whenItYields(() -> after.channel().next().written());
      after.whenItYields(() -> after.channel().next().written());
      after.write(6, 6);

      assertThat(after.channel().ids())
          .containsExactly(Documents.ids(1, 2), Documents.ids(3, 4), Documents.ids(5, 6));
    }
  }

  @Test
  void aDocumentComesBackAsItWas() throws Exception {
    OperatorSubtaskState state;
    byte[] body;
    try (BulkHarness harness = BulkHarness.open(TWO)) {
      harness.write(1, 2);
      body = harness.channel().next().body();
      state = harness.snapshot();
    }

    try (BulkHarness after = BulkHarness.restore(TWO, 1, 0, state)) {
      assertThat(after.channel().next().body()).isEqualTo(body);
      after.answer(Answers.items(Answers.REFUSED, Answers.WRITTEN));
      assertThat(after.refused())
          .singleElement()
          .satisfies(letter -> assertThat(letter.place()).isEqualTo(Documents.event(1).place()));
    }
  }

  @Test
  void splitsTheDocumentsWhenTheParallelismRises() throws Exception {
    OperatorSubtaskState state;
    try (BulkHarness harness = BulkHarness.open(TWO)) {
      harness.write(1, 7);
      harness.answer(Answers.page(503));
      state = harness.snapshot();
    }

    List<String> first = sentAfter(2, 0, state);
    List<String> second = sentAfter(2, 1, state);
    assertThat(first).hasSizeBetween(3, 4);
    assertThat(second).hasSize(7 - first.size());
    assertThat(first).doesNotContainAnyElementsOf(second);
    assertThat(first).allMatch(Documents.idsBetween(1, 7)::contains);
    assertThat(second).allMatch(Documents.idsBetween(1, 7)::contains);
  }

  @Test
  void joinsTheDocumentsWhenTheParallelismFalls() throws Exception {
    OperatorSubtaskState one;
    OperatorSubtaskState other;
    try (BulkHarness first = BulkHarness.open(2, 0, TWO);
        BulkHarness second = BulkHarness.open(2, 1, TWO)) {
      first.write(1, 3);
      second.write(4, 8);
      second.written();
      one = first.snapshot();
      other = second.snapshot();
    }

    assertThat(sentAfter(1, 0, one, other))
        .containsExactlyInAnyOrderElementsOf(Documents.ids(1, 2, 3, 6, 7, 8));
  }

  @Test
  void countsWhatIsRefusedOnFromTheCheckpoint() throws Exception {
    OperatorSubtaskState state;
    try (BulkHarness before = BulkHarness.open(TWO)) {
      before.write(1, 4);
      before.answer(Answers.items(Answers.REFUSED, Answers.WRITTEN));
      assertThat(before.accumulators()).containsEntry("refused-events", 1L).hasSize(1);
      state = before.snapshot();
      before.answer(Answers.items(Answers.REFUSED, Answers.REFUSED));
      assertThat(before.accumulators()).containsEntry("refused-events", 3L);
    }

    try (BulkHarness after = BulkHarness.restore(TWO, 1, 0, state)) {
      assertThat(after.accumulators()).containsEntry("refused-events", 1L);
      after.answer(Answers.items(Answers.REFUSED, Answers.REFUSED));
      assertThat(after.accumulators()).containsEntry("refused-events", 3L);
    }
  }

  @Test
  void countsOnceWhenTheParallelismRises() throws Exception {
    OperatorSubtaskState state;
    try (BulkHarness before = BulkHarness.open(TWO)) {
      before.write(1, 2);
      before.answer(Answers.all(Answers.REFUSED, 2));
      state = before.snapshot();
    }

    try (BulkHarness first = BulkHarness.restore(TWO, 2, 0, state);
        BulkHarness second = BulkHarness.restore(TWO, 2, 1, state)) {
      assertThat(refusedEvents(first) + refusedEvents(second)).isEqualTo(2);
    }
  }

  private static long refusedEvents(BulkHarness harness) {
    return (Long) harness.accumulators().get("refused-events");
  }

  private static List<String> sentAfter(OperatorSubtaskState state) throws Exception {
    return sentAfter(1, 0, state);
  }

  private static List<String> sentAfter(int parallelism, int subtask, OperatorSubtaskState... left)
      throws Exception {
    try (BulkHarness after = BulkHarness.restore(TWO, parallelism, subtask, left)) {
      after.advance(BulkLimits.DELAY);
      return after.channel().ids().stream().flatMap(List::stream).toList();
    }
  }
}
