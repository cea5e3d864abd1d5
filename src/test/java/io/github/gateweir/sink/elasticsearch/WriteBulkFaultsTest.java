package io.github.gateweir.sink.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gateweir.config.ElasticsearchSettings;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Faults, restarts from the last checkpoint and poison at random: in the end every document is in
 * the index, or is a dead letter if it is poison.
 */
@Timeout(60)
class WriteBulkFaultsTest {

  private static final int DOCUMENTS = 400;
  private static final int SLOTS = 3;
  private static final int POISON = 17;
  private static final int ATTEMPTS = 5;
  private static final ElasticsearchSettings SETTINGS = BulkLimits.documents(5, SLOTS);

  private final Set<Long> refused = new TreeSet<>();
  private OperatorSubtaskState checkpoint;
  private int checkpointed;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void everyDocumentIsThereOrADeadLetterInTheEnd(long seed) throws Exception {
    Random random = new Random(seed);
    FaultyIndex index = new FaultyIndex(random, POISON);
    for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
      try (BulkHarness harness = start()) {
        write(harness, index, random, checkpointed + random.nextInt(DOCUMENTS / ATTEMPTS));
        index.crash(harness);
      }
    }
    try (BulkHarness harness = start()) {
      write(harness, index, random, DOCUMENTS);
      harness.whileItYields(() -> index.serve(harness), harness::endInput);
      collectRefused(harness);

      assertThat(harness.accumulators()).containsEntry("refused-events", (long) poison().size());
      assertThat(harness.refused()).extracting(letter -> letter.id()).doesNotHaveDuplicates();
    }

    assertThat(refused).isEqualTo(poison());
    assertThat(index.documents()).hasSize(DOCUMENTS - poison().size());
  }

  private BulkHarness start() throws Exception {
    return checkpoint == null
        ? BulkHarness.open(SETTINGS)
        : BulkHarness.restore(SETTINGS, 1, 0, checkpoint);
  }

  /** Writes what follows the last checkpoint, up to a number, and takes further checkpoints. */
  private void write(BulkHarness harness, FaultyIndex index, Random random, int last)
      throws Exception {
    for (int next = checkpointed + 1; next <= last; next++) {
      int number = next;
      harness.whileItYields(() -> index.serve(harness), () -> harness.write(number, number));
      assertThat(harness.channel().open()).hasSizeLessThanOrEqualTo(SLOTS);
      if (random.nextInt(20) == 0) {
        collectRefused(harness);
        checkpoint = harness.snapshot();
        checkpointed = number;
      }
    }
  }

  private void collectRefused(BulkHarness harness) {
    harness.refused().forEach(letter -> refused.add(letter.place().position()));
  }

  private static Set<Long> poison() {
    Set<Long> numbers = new TreeSet<>();
    for (long number = POISON; number <= DOCUMENTS; number += POISON) {
      numbers.add(number);
    }
    return numbers;
  }
}
