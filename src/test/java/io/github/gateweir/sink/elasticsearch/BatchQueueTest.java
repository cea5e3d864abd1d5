package io.github.gateweir.sink.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gateweir.config.SinkStream;
import io.github.gateweir.gateway.Place;
import io.github.gateweir.sink.Document;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchQueueTest {

  private static final BulkBody BODY = new BulkBody(SinkStream.EVENTS, "default");
  private static final int LENGTH = BODY.length(Documents.event(1));
  private static final int MANY = 1_000;
  private static final long AMPLE = 1 << 20;

  @Test
  void isEmptyAtFirst() {
    BatchQueue queue = new BatchQueue(BODY, MANY, MANY);

    assertThat(queue.isEmpty()).isTrue();
    assertThat(queue.isFull()).isFalse();
    assertThat(queue.documents()).isEmpty();
  }

  @Test
  void isFullWithAsManyDocumentsAsTheLimitAndNotWithOneLess() {
    BatchQueue queue = new BatchQueue(BODY, 3, AMPLE);
    add(queue, 1, 2);
    assertThat(queue.isFull()).isFalse();

    add(queue, 3, 3);
    assertThat(queue.isFull()).isTrue();
    assertThat(taken(queue)).isEqualTo(Documents.ids(1, 2, 3));
    assertThat(queue.isEmpty()).isTrue();
  }

  @Test
  void isFullWithAsManyBytesAsTheLimitAndTakesAllOfThem() {
    BatchQueue queue = new BatchQueue(BODY, MANY, 2L * LENGTH);
    add(queue, 1, 2);

    assertThat(queue.isFull()).isTrue();
    assertThat(taken(queue)).isEqualTo(Documents.ids(1, 2));
  }

  @Test
  void isNotFullWithOneByteLessThanTheLimit() {
    BatchQueue queue = new BatchQueue(BODY, MANY, 2L * LENGTH + 1);
    add(queue, 1, 2);
    assertThat(queue.isFull()).isFalse();

    add(queue, 3, 3);
    assertThat(queue.isFull()).isTrue();
    assertThat(taken(queue)).isEqualTo(Documents.ids(1, 2));
  }

  @Test
  void leavesWhatIsOneByteTooMuch() {
    BatchQueue queue = new BatchQueue(BODY, MANY, 2L * LENGTH - 1);
    add(queue, 1, 2);

    assertThat(queue.isFull()).isTrue();
    assertThat(taken(queue)).isEqualTo(Documents.ids(1));
    assertThat(queue.isFull()).as("what is left is no full batch").isFalse();
    assertThat(taken(queue)).isEqualTo(Documents.ids(2));
  }

  @Test
  void takesADocumentAboveTheLimitAlone() {
    BatchQueue queue = new BatchQueue(BODY, MANY, 2L * LENGTH);
    Document large = new Document("ff", null, new byte[3 * LENGTH], Place.inFile("a.log", 1));
    add(queue, 1, 1);
    queue.add(large);
    add(queue, 2, 2);

    assertThat(taken(queue)).isEqualTo(Documents.ids(1));
    assertThat(queue.isFull()).isTrue();
    assertThat(taken(queue)).containsExactly("ff");
    assertThat(queue.isFull()).isFalse();
    assertThat(taken(queue)).isEqualTo(Documents.ids(2));
    assertThat(queue.isEmpty()).isTrue();
  }

  @Test
  void takesTheOldestAndKeepsTheRestInOrder() {
    BatchQueue queue = new BatchQueue(BODY, 2, AMPLE);
    add(queue, 1, 5);

    assertThat(taken(queue)).isEqualTo(Documents.ids(1, 2));
    assertThat(queue.documents())
        .extracting(Document::id)
        .containsExactlyElementsOf(Documents.ids(3, 4, 5));
    assertThat(queue.isFull()).isTrue();
    assertThat(taken(queue)).isEqualTo(Documents.ids(3, 4));
    assertThat(queue.isFull()).isFalse();
  }

  @Test
  void countsBytesRightAfterManyBatches() {
    BatchQueue queue = new BatchQueue(BODY, MANY, 2L * LENGTH);
    for (int i = 1; i <= 100; i++) {
      add(queue, 1, 2);
      assertThat(taken(queue)).hasSize(2);
    }

    add(queue, 1, 1);
    assertThat(queue.isFull()).isFalse();
  }

  private static void add(BatchQueue queue, int first, int last) {
    for (int number = first; number <= last; number++) {
      queue.add(Documents.event(number));
    }
  }

  private static List<String> taken(BatchQueue queue) {
    return queue.take().documents().stream().map(Document::id).toList();
  }
}
