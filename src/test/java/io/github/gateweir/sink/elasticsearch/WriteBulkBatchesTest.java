package io.github.gateweir.sink.elasticsearch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gateweir.config.SinkStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When the operator sends what, and when its input waits. */
@Timeout(60)
class WriteBulkBatchesTest {

  @Test
  void sendsABatchWhenItHasAsManyDocumentsAsTheLimit() throws Exception {
    try (BulkHarness harness = BulkHarness.open(BulkLimits.documents(3))) {
      harness.write(1, 2);
      assertThat(harness.channel().requests()).isEmpty();

      harness.write(3, 7);
      assertThat(harness.channel().ids())
          .containsExactly(Documents.ids(1, 2, 3), Documents.ids(4, 5, 6));
    }
  }

  @Test
  void sendsABatchWhenItHasAsManyBytesAsTheLimit() throws Exception {
    int length = new BulkBody(SinkStream.EVENTS, "default").length(Documents.event(1));
    try (BulkHarness harness = BulkHarness.open(BulkLimits.bytes(2 * length))) {
      harness.write(1, 5);

      assertThat(harness.channel().ids()).containsExactly(Documents.ids(1, 2), Documents.ids(3, 4));
    }
  }

  @Test
  void aBatchIsNeverLargerThanTheLimitOfBytes() throws Exception {
    int length = new BulkBody(SinkStream.EVENTS, "default").length(Documents.event(1));
    try (BulkHarness harness = BulkHarness.open(BulkLimits.bytes(2 * length + length / 2))) {
      harness.write(1, 7);

      assertThat(harness.channel().ids())
          .containsExactly(Documents.ids(1, 2), Documents.ids(3, 4), Documents.ids(5, 6));
    }
  }

  @Test
  void sendsADocumentThatIsLargerThanTheLimitAlone() throws Exception {
    try (BulkHarness harness = BulkHarness.open(BulkLimits.bytes(10))) {
      harness.write(1, 2);

      assertThat(harness.channel().ids()).containsExactly(Documents.ids(1), Documents.ids(2));
    }
  }

  @Test
  void sendsWhatThereIsWhenTheOldestDocumentHasWaitedLongEnough() throws Exception {
    try (BulkHarness harness = BulkHarness.open(BulkLimits.documents(10))) {
      harness.write(1, 1);
      harness.advance(BulkLimits.DELAY - 1);
      harness.write(2, 2);
      assertThat(harness.channel().requests()).isEmpty();

      harness.advance(1);
      assertThat(harness.channel().ids()).containsExactly(Documents.ids(1, 2));

      harness.advance(BulkLimits.DELAY);
      assertThat(harness.channel().requests()).as("there is nothing more to send").hasSize(1);
      assertThat(harness.timers()).isZero();
    }
  }

  @Test
  void everyDocumentIsSentWithinTheDelayWhenTheOneBeforeWasSentBecauseOfTheLimit()
      throws Exception {
    try (BulkHarness harness = BulkHarness.open(BulkLimits.documents(2))) {
      harness.write(1, 3);
      harness.advance(BulkLimits.DELAY);
      harness.write(4, 4);
      harness.advance(BulkLimits.DELAY);

      assertThat(harness.channel().ids())
          .containsExactly(Documents.ids(1, 2), Documents.ids(3), Documents.ids(4));
    }
  }

  @Test
  void sendsWhatWaitedForItsTimeWhileAllRequestsWereOutWhenOneIsAnswered() throws Exception {
    try (BulkHarness harness = BulkHarness.open(BulkLimits.documents(2, 1))) {
      harness.write(1, 3);
      harness.advance(BulkLimits.DELAY);
      assertThat(harness.channel().ids()).containsExactly(Documents.ids(1, 2));

      harness.written();
      assertThat(harness.channel().ids()).containsExactly(Documents.ids(1, 2), Documents.ids(3));
    }
  }

  @Test
  void doesNotSendWhatMayWaitWhenARequestIsAnswered() throws Exception {
    try (BulkHarness harness = BulkHarness.open(BulkLimits.documents(2, 1))) {
      harness.write(1, 3);
      harness.written();
      assertThat(harness.channel().ids()).containsExactly(Documents.ids(1, 2));

      harness.write(4, 4);
      assertThat(harness.channel().ids()).containsExactly(Documents.ids(1, 2), Documents.ids(3, 4));
    }
  }

  @Test
  void theInputWaitsWhenAllRequestsAreOutAndAFurtherBatchIsFull() throws Exception {
    try (BulkHarness harness = BulkHarness.open(BulkLimits.documents(2, 2))) {
      harness.write(1, 5);
      harness.whenItYields(
          () -> {
            assertThat(harness.channel().open())
                .extracting(ScriptedChannel.Request::ids)
                .containsExactly(Documents.ids(1, 2), Documents.ids(3, 4));
            harness.channel().next().written();
          });
      harness.write(6, 6);

      assertThat(harness.channel().open())
          .extracting(ScriptedChannel.Request::ids)
          .containsExactly(Documents.ids(3, 4), Documents.ids(5, 6));
    }
  }

  @Test
  void theInputWaitsThroughAnAnswerThatFreesNothing() throws Exception {
    try (BulkHarness harness = BulkHarness.open(BulkLimits.documents(2, 1))) {
      harness.write(1, 3);
      harness.whenItYields(() -> harness.channel().next().answer(Answers.page(503)));
      harness.whenItYields(() -> harness.advance(BulkLimits.FIRST_RETRY));
      harness.whenItYields(() -> harness.channel().next().written());
      harness.write(4, 4);

      assertThat(harness.channel().ids())
          .containsExactly(Documents.ids(1, 2), Documents.ids(1, 2), Documents.ids(3, 4));
    }
  }

  @Test
  void aDocumentWaitsForItsDelayAfterTheInputHasWaited() throws Exception {
    try (BulkHarness harness = BulkHarness.open(BulkLimits.documents(2, 1))) {
      harness.write(1, 3);
      harness.whenItYields(() -> harness.advance(BulkLimits.DELAY));
      harness.whenItYields(() -> harness.channel().next().written());
      harness.write(4, 4);
      harness.written();
      harness.write(5, 5);
      assertThat(harness.channel().open()).isEmpty();

      harness.advance(BulkLimits.DELAY);
      assertThat(harness.channel().next().ids()).isEqualTo(Documents.ids(5));
    }
  }

  @Test
  void theSameDocumentsInTheSameOrderGiveTheSameRequests() throws Exception {
    assertThat(bodies()).hasSize(2).isEqualTo(bodies());
  }

  @Test
  void theBodyOfARequestIsThatOfItsDocuments() throws Exception {
    try (BulkHarness harness = BulkHarness.open(BulkLimits.documents(2))) {
      harness.write(1, 2);

      assertThat(harness.channel().next().body())
          .isEqualTo(
              new BulkBody(SinkStream.EVENTS, "default")
                  .of(List.of(Documents.event(1), Documents.event(2))));
    }
  }

  private static List<String> bodies() throws Exception {
    try (BulkHarness harness = BulkHarness.open(BulkLimits.documents(3))) {
      harness.write(1, 6);
      return harness.channel().requests().stream()
          .map(request -> new String(request.body(), UTF_8))
          .toList();
    }
  }
}
