package io.github.gateweir.sink.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.gateweir.config.SinkStream;
import io.github.gateweir.elasticsearch.Answer;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.runtime.throwable.ThrowableClassifier;
import org.apache.flink.runtime.throwable.ThrowableType;
import org.apache.flink.util.ExceptionUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What ends the job for good: a sentence, no restart, and nothing dropped. */
@Timeout(60)
class WriteBulkEndingTest {

  private static final String RESUME = "the job goes on from its last checkpoint or savepoint";

  static Stream<Arguments> endings() {
    return Stream.of(
        Arguments.of(Answers.error(401, "security_exception", "no"), "elasticsearch.api-key"),
        Arguments.of(Answers.error(403, "security_exception", "no"), "create_doc"),
        Arguments.of(Answers.redirect(301, "https://b.example/"), "https://b.example/"),
        Arguments.of(Answers.redirect(308, "https://b.example/"), "https://b.example/"),
        Arguments.of(Answers.page(404), "elasticsearch.hosts"),
        Arguments.of(Answers.page(405), "elasticsearch.hosts"),
        Arguments.of(Answers.page(400), "elasticsearch.hosts"),
        Arguments.of(
            Answers.items(Answers.WRITTEN, Answers.item(403, "security_exception", "no")),
            "create_doc"),
        Arguments.of(
            Answers.items(Answers.REFUSED, Answers.item(404, "index_not_found_exception", "no")),
            "gateweir elasticsearch setup"));
  }

  @ParameterizedTest
  @MethodSource("endings")
  void endsWithASentenceThatSaysWhatToDo(Answer answer, String advice) throws Exception {
    try (BulkHarness harness = BulkHarness.open(BulkLimits.documents(2))) {
      harness.write(1, 2);

      assertEnds(catchThrowable(() -> harness.answer(answer)), advice);
    }
  }

  @ParameterizedTest
  @MethodSource("endings")
  void endsAsWellWhileTheInputWaits(Answer answer, String advice) throws Exception {
    try (BulkHarness harness = BulkHarness.open(BulkLimits.documents(2, 1))) {
      harness.write(1, 3);
      harness.whenItYields(() -> harness.channel().next().answer(answer));

      assertEnds(catchThrowable(() -> harness.write(4, 4)), advice);
    }
  }

  @ParameterizedTest
  @MethodSource("endings")
  void endsAsWellAtTheEndOfTheInput(Answer answer, String advice) throws Exception {
    try (BulkHarness harness = BulkHarness.open(BulkLimits.documents(2))) {
      harness.write(1, 2);
      harness.whenItYields(() -> harness.channel().next().answer(answer));

      assertEnds(catchThrowable(harness::endInput), advice);
    }
  }

  @ParameterizedTest
  @MethodSource("endings")
  void theCheckpointsBeforeAndAfterHoldTheDocuments(Answer answer) throws Exception {
    OperatorSubtaskState before;
    OperatorSubtaskState after;
    try (BulkHarness harness = BulkHarness.open(BulkLimits.documents(2))) {
      harness.write(1, 3);
      before = harness.snapshot();
      assertThat(catchThrowable(() -> harness.answer(answer))).isNotNull();
      after = harness.snapshot();
    }

    for (OperatorSubtaskState state : new OperatorSubtaskState[] {before, after}) {
      try (BulkHarness resumed = BulkHarness.restore(BulkLimits.documents(2), 1, 0, state)) {
        resumed.advance(BulkLimits.DELAY);
        assertThat(resumed.channel().ids()).containsExactly(Documents.ids(1, 2), Documents.ids(3));
      }
    }
  }

  @Test
  void aBlockOfTheWholeClusterIsWaitedOut() throws Exception {
    try (BulkHarness harness = BulkHarness.open(BulkLimits.documents(1))) {
      harness.write(1, 1);
      harness.answer(
          Answers.error(403, "cluster_block_exception", "blocked by: [cluster read-only (api)]"));
      harness.advance(BulkLimits.FIRST_RETRY);

      assertThat(harness.channel().next().ids()).isEqualTo(Documents.ids(1));
    }
  }

  @Test
  void aRefusedDeadLetterEndsTheJob() throws Exception {
    try (BulkHarness harness = BulkHarness.open(SinkStream.DEAD_LETTERS, BulkLimits.documents(2))) {
      harness.write(1, 2);
      Answer answer = Answers.items(Answers.WRITTEN, Answers.REFUSED);

      assertEnds(
          catchThrowable(() -> harness.answer(answer)),
          "set gateweir.sink.dead-letters to files or kafka");
      assertThat(harness.refused()).isEmpty();
    }
  }

  @Test
  void aDeadLetterThatIsTooLargeEndsTheJob() throws Exception {
    try (BulkHarness harness = BulkHarness.open(SinkStream.DEAD_LETTERS, BulkLimits.documents(1))) {
      harness.write(1, 1);

      assertEnds(
          catchThrowable(() -> harness.answer(Answers.page(413))),
          "set gateweir.sink.dead-letters to files or kafka");
      assertThat(harness.refused()).isEmpty();
    }
  }

  private static void assertEnds(Throwable thrown, String advice) {
    assertThat(ExceptionUtils.findThrowable(thrown, SuppressRestartsException.class)).isPresent();
    assertThat(ThrowableClassifier.getThrowableType(thrown))
        .as("what Flink makes of it")
        .isEqualTo(ThrowableType.NonRecoverableError);
    assertThat(ExceptionUtils.findThrowable(thrown, BulkRefusedException.class))
        .hasValueSatisfying(
            refused ->
                assertThat(refused).hasMessageContainingAll(advice, "Elasticsearch", RESUME));
  }
}
