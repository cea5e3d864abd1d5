package io.github.gateweir.sink.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Answers come on threads of the client while the task's thread writes. */
@Timeout(60)
class WriteBulkThreadsTest {

  private static final int DOCUMENTS = 3_000;

  @Test
  void theInputGoesOnWhenAnotherThreadAnswers() throws Exception {
    ExecutorService server = Executors.newSingleThreadExecutor();
    try (BulkHarness harness = BulkHarness.open(BulkLimits.documents(7, 3))) {
      Set<String> written = new HashSet<>();
      List<Integer> open = new ArrayList<>();
      Future<?> serving =
          server.submit(
              () -> {
                while (written.size() < DOCUMENTS) {
                  ScriptedChannel.Request request = harness.channel().awaitNext();
                  open.add(harness.channel().open().size());
                  assertThat(written).doesNotContainAnyElementsOf(request.ids());
                  written.addAll(request.ids());
                  request.written();
                }
                return null;
              });
      harness.write(1, DOCUMENTS);
      harness.endInput();
      serving.get();

      assertThat(written).containsExactlyInAnyOrderElementsOf(Documents.idsBetween(1, DOCUMENTS));
      assertThat(open).allMatch(requests -> requests <= 3);
      assertThat(harness.counter("documentsWritten")).isEqualTo(DOCUMENTS);
    } finally {
      server.shutdownNow();
    }
  }
}
