package io.github.gateweir.sink.elasticsearch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.github.gateweir.elasticsearch.Answer;
import io.github.gateweir.gateway.DeadLetter;
import io.github.gateweir.gateway.DeadLetterCode;
import io.github.gateweir.gateway.Place;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the documents after each kind of answer that does not end the job. */
@Timeout(60)
class WriteBulkOutcomeTest {

  @Test
  void documentsThatWereWrittenOrWereThereAreDone() throws Exception {
    try (BulkHarness harness = BulkHarness.open(BulkLimits.documents(3))) {
      harness.write(1, 3);
      harness.answer(Answers.items(Answers.WRITTEN, Answers.CONFLICT, Answers.WRITTEN));

      assertNothingIsLeft(harness);
      assertThat(harness.refused()).isEmpty();
    }
  }

  @Test
  void aRefusedDocumentIsGivenOutAsADeadLetterAndTheOthersAreDone() throws Exception {
    try (BulkHarness harness = BulkHarness.open(BulkLimits.documents(3))) {
      harness.write(1, 3);
      harness.answer(Answers.items(Answers.WRITTEN, Answers.REFUSED, Answers.CONFLICT));

      DeadLetter letter = harness.refused().get(0);
      assertThat(harness.refused()).hasSize(1);
      assertThat(letter.code()).isEqualTo(DeadLetterCode.REFUSED);
      assertThat(letter.place()).isEqualTo(Place.inFile("a.log", 2));
      assertThat(letter.message()).contains("400 document_parsing_exception: failed to parse [a]");
      assertThat(letter.original()).isEqualTo(Documents.record(2).getBytes(UTF_8));
      assertNothingIsLeft(harness);
    }
  }

  @Test
  void onlyTheDocumentsThatFailedAreSentAgain() throws Exception {
    try (BulkHarness harness = BulkHarness.open(BulkLimits.documents(6))) {
      harness.write(1, 6);
      harness.answer(
          Answers.items(
              Answers.WRITTEN,
              Answers.REJECTED,
              Answers.CONFLICT,
              Answers.item(503, "unavailable_shards_exception", "no primary"),
              Answers.REFUSED,
              Answers.item(403, "cluster_block_exception", "index read-only")));
      assertThat(harness.channel().open()).isEmpty();

      harness.advance(BulkLimits.FIRST_RETRY);
      assertThat(harness.channel().next().ids()).isEqualTo(Documents.ids(2, 4, 6));

      harness.written();
      assertNothingIsLeft(harness);
      assertThat(harness.refused()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 303, 307, 408, 425, 429, 500, 502, 503, 504})
  void anAnswerThatIsNotOfElasticsearchsTakingIsTriedAgain(int status) throws Exception {
    assertTriedAgain(harness -> harness.answer(Answers.page(status)));
  }

  @Test
  void aRequestWithoutAnAnswerIsTriedAgain() throws Exception {
    assertTriedAgain(
        harness -> {
          harness.channel().next().fail(new EOFException("the answer was cut off"));
          harness.runMails();
        });
  }

  @Test
  void aFailureWithoutMessageIsTriedAgain() throws Exception {
    assertTriedAgain(
        harness -> {
          harness.channel().next().fail(new IOException());
          harness.runMails();
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{\"items\":[{\"create\":{\"status\":201}},{\"create\":{\"sta",
        "{\"items\":[{\"create\":{\"status\":201}}]}",
        "{\"items\":[{\"create\":{\"status\":400}},{\"create\":{\"status\":400}},{\"create\":{}}]}",
        "<html><body>Down for maintenance</body></html>",
        "{\"acknowledged\":true}",
      })
  void anAnswerThatIsNotWholeSettlesNothingAndIsTriedAgain(String body) throws Exception {
    assertTriedAgain(harness -> harness.answer(Answers.json(200, body)));
  }

  @Test
  void waitsLongerWithEveryFailureUpToTheLimit() throws Exception {
    try (BulkHarness harness = BulkHarness.open(BulkLimits.documents(1))) {
      harness.write(1, 1);
      List<Long> longest = new ArrayList<>();
      for (long full = BulkLimits.FIRST_RETRY; longest.size() < 10; full *= 2) {
        long most = Math.min(full, BulkLimits.MAX_RETRY);
        harness.answer(Answers.page(503));
        harness.advance(most / 2 - 1);
        assertThat(harness.channel().open()).as("before half of %d ms", most).isEmpty();
        harness.advance(most / 2 + 1);
        assertThat(harness.channel().open()).as("after %d ms", most).hasSize(1);
        longest.add(most);
      }
      assertThat(longest).endsWith(BulkLimits.MAX_RETRY, BulkLimits.MAX_RETRY);
    }
  }

  @Test
  void aBatchThatIsTriedAgainKeepsItsSlot() throws Exception {
    try (BulkHarness harness = BulkHarness.open(BulkLimits.documents(1, 2))) {
      harness.write(1, 2);
      harness.answer(Answers.page(503));
      harness.whenItYields(() -> harness.channel().next().written());
      harness.write(3, 3);
      assertThat(harness.channel().open())
          .extracting(ScriptedChannel.Request::ids)
          .containsExactly(Documents.ids(3));

      harness.advance(BulkLimits.FIRST_RETRY);
      assertThat(harness.channel().open())
          .extracting(ScriptedChannel.Request::ids)
          .containsExactly(Documents.ids(3), Documents.ids(1));
    }
  }

  @Test
  void anOutageOfADayLosesNothingAndFailsNothing() throws Exception {
    try (BulkHarness harness = BulkHarness.open(BulkLimits.documents(2, 2))) {
      harness.write(1, 5);
      for (int i = 0; i < 2_000; i++) {
        harness.channel().open().forEach(request -> request.fail(new IOException("refused")));
        harness.runMails();
        harness.advance(BulkLimits.MAX_RETRY);
      }

      harness.written();
      harness.written();
      harness.written();
      assertNothingIsLeft(harness);
      assertThat(harness.channel().requests().stream().map(ScriptedChannel.Request::ids).distinct())
          .containsExactly(Documents.ids(1, 2), Documents.ids(3, 4), Documents.ids(5));
    }
  }

  @Test
  void aRequestThatIsTooLargeIsSplitUntilTheDocumentThatIsTooLargeIsAlone() throws Exception {
    try (BulkHarness harness = BulkHarness.open(BulkLimits.documents(4))) {
      harness.write(1, 4);
      answerAll(harness, request -> tooLargeWith(3, request));

      assertThat(harness.refused()).hasSize(1);
      assertThat(harness.refused().get(0).place()).isEqualTo(Place.inFile("a.log", 3));
      assertThat(harness.refused().get(0).message()).contains("HTTP 413");
      assertThat(harness.channel().ids())
          .containsExactlyInAnyOrder(
              Documents.ids(1, 2, 3, 4),
              Documents.ids(1, 2),
              Documents.ids(3, 4),
              Documents.ids(3),
              Documents.ids(4));
      assertNothingIsLeft(harness);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void theHalvesOfASplitRequestTakeNoMoreSlotsThanThereAre(int slots) throws Exception {
    try (BulkHarness harness = BulkHarness.open(BulkLimits.documents(16, slots))) {
      harness.write(1, 16 * slots);
      while (!harness.channel().open().isEmpty()) {
        assertThat(harness.channel().open()).hasSizeLessThanOrEqualTo(slots);
        harness.answer(Answers.page(413));
      }

      assertThat(harness.refused())
          .extracting(letter -> letter.place().position())
          .doesNotHaveDuplicates()
          .hasSize(16 * slots);
      assertNothingIsLeft(harness);
    }
  }

  @Test
  void aRequestThatElasticsearchCannotReadIsSplitToFindTheDocument() throws Exception {
    try (BulkHarness harness = BulkHarness.open(BulkLimits.documents(2))) {
      harness.write(1, 2);
      Answer malformed = Answers.error(400, "illegal_argument_exception", "Malformed");
      answerAll(
          harness,
          request -> request.ids().contains(Documents.id(1)) ? malformed : written(request));

      assertThat(harness.refused()).hasSize(1);
      assertThat(harness.refused().get(0).place()).isEqualTo(Place.inFile("a.log", 1));
      assertThat(harness.refused().get(0).message())
          .contains("HTTP 400", "illegal_argument_exception");
      assertNothingIsLeft(harness);
    }
  }

  @Test
  void aHalfThatFailsIsTriedAgain() throws Exception {
    try (BulkHarness harness = BulkHarness.open(BulkLimits.documents(2))) {
      harness.write(1, 2);
      harness.answer(Answers.page(413));
      harness.answer(Answers.page(503));
      harness.written();
      harness.advance(BulkLimits.FIRST_RETRY);
      assertThat(harness.channel().next().ids()).isEqualTo(Documents.ids(1));

      harness.written();
      assertNothingIsLeft(harness);
      assertThat(harness.refused()).isEmpty();
    }
  }

  @Test
  void answersAreTakenInAnyOrder() throws Exception {
    try (BulkHarness harness = BulkHarness.open(BulkLimits.documents(1))) {
      harness.write(1, 3);
      List<ScriptedChannel.Request> requests = harness.channel().requests();
      requests.get(2).answer(Answers.items(Answers.REFUSED));
      requests.get(0).written();
      harness.runMails();
      requests.get(1).answer(Answers.items(Answers.REFUSED));
      harness.runMails();

      assertThat(harness.refused())
          .extracting(letter -> letter.place().position())
          .containsExactly(3L, 2L);
      assertNothingIsLeft(harness);
    }
  }

  @Test
  void anAnswerAfterTheEndOfTheTaskIsHarmless() throws Exception {
    ScriptedChannel channel;
    try (BulkHarness harness = BulkHarness.open(BulkLimits.documents(1))) {
      harness.write(1, 2);
      channel = harness.channel();
      harness.closeMailbox();
    }
    assertThat(channel.isClosed()).isTrue();

    assertThatNoException().isThrownBy(() -> channel.next().written());
    assertThatNoException().isThrownBy(() -> channel.next().fail(new IOException("closed")));
  }

  private static void assertTriedAgain(Step outcome) throws Exception {
    try (BulkHarness harness = BulkHarness.open(BulkLimits.documents(2))) {
      harness.write(1, 2);
      outcome.in(harness);
      assertThat(harness.channel().open()).as("it waits a little").isEmpty();
      assertThat(harness.refused()).isEmpty();

      harness.advance(BulkLimits.FIRST_RETRY);
      assertThat(harness.channel().open())
          .extracting(ScriptedChannel.Request::ids)
          .containsExactly(Documents.ids(1, 2));
      harness.written();
      assertNothingIsLeft(harness);
    }
  }

  private static void answerAll(BulkHarness harness, Server server) throws Exception {
    while (!harness.channel().open().isEmpty()) {
      harness.answer(server.answer(harness.channel().next()));
    }
  }

  private static Answer tooLargeWith(int number, ScriptedChannel.Request request) {
    return request.ids().contains(Documents.id(number)) ? Answers.page(413) : written(request);
  }

  private static Answer written(ScriptedChannel.Request request) {
    return Answers.all(Answers.WRITTEN, request.ids().size());
  }

  private static void assertNothingIsLeft(BulkHarness harness) throws Exception {
    harness.advance(BulkLimits.MAX_RETRY);
    assertThat(harness.channel().open()).isEmpty();
    assertThat(harness.timers()).as("timers").isZero();
    assertThat(harness.secondsSinceLastAcknowledged()).isZero();
    harness.endInput();
  }

  @FunctionalInterface
  private interface Step {
    void in(BulkHarness harness) throws Exception;
  }

  @FunctionalInterface
  private interface Server {
    Answer answer(ScriptedChannel.Request request);
  }
}
